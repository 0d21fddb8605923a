//! Nested blocks, and the ways out of them: loops, `try`, `with`, and `break`, `continue` and `return` through them.
//!
//! Keeps true: an exit path runs the clean-up of every block that it leaves, innermost first, and that code is protected
//! by the blocks further out only.

use ruff_python_ast::Stmt;

use super::unit::{Bound, Label, Reg};
use super::{Compiler, Outcome};
use crate::code::{Handler, Op, Span};
use crate::syntax::Problem;

/// Blocks nested in one function (`CO_MAXBLOCKS` in CPython).
const MAX_BLOCKS: usize = 20;

/// Instructions under the protection of one handler.
#[derive(Debug)]
pub struct Region {
    ranges: Vec<(u32, u32)>,
    open: u32,
    target: Label,
    /// What holds when the handler is entered: what held at the start.
    bound: Option<Bound>,
}

/// What a block does to code that leaves it.
#[derive(Debug)]
pub enum BlockKind<'a> {
    Loop {
        head: Label,
        exit: Label,
    },
    /// The body of a `try` with handlers.
    Guarded,
    Finally {
        body: &'a [Stmt],
    },
    With {
        exit: Reg,
        is_async: bool,
    },
    /// An exception is being handled; the one before it waits in `saved`.
    Handling {
        saved: Reg,
    },
    /// The body of `except … as name`.
    Naming {
        name: &'a str,
    },
    /// The body of `except*`: jumps out are forbidden.
    Group,
}

#[derive(Debug)]
pub struct Block<'a> {
    pub kind: BlockKind<'a>,
    pub at: Span,
    pub region: Option<Region>,
}

impl<'a> Compiler<'a> {
    /// Opens a block; with `target`, its instructions are protected.
    pub(super) fn open(&mut self, kind: BlockKind<'a>, at: Span, target: Option<Label>) -> Outcome<()> {
        if self.unit.blocks.len() >= MAX_BLOCKS * 3
            || self
                .unit
                .blocks
                .iter()
                .filter(|block| !matches!(block.kind, BlockKind::Handling { .. } | BlockKind::Naming { .. }))
                .count()
                >= MAX_BLOCKS
        {
            return Err(Problem::syntax("too many statically nested blocks", at));
        }
        let region = target.map(|target| Region {
            ranges: Vec::new(),
            open: self.unit.here(),
            target,
            bound: self.unit.state(),
        });
        self.unit.blocks.push(Block { kind, at, region });
        Ok(())
    }

    /// Closes the innermost block.
    pub(super) fn close(&mut self) -> Option<Region> {
        let here = self.unit.here();
        let mut region = self.unit.blocks.pop()?.region?;
        region.ranges.push((region.open, here));
        Some(region)
    }

    /// Starts the handler of a region: the exception arrives in `register`.
    pub(super) fn enter_handler(&mut self, region: Option<Region>, register: Reg) {
        let Some(region) = region else { return };
        let mut reachable = false;
        for (start, end) in &region.ranges {
            if start < end {
                reachable = true;
                self.unit.handlers.push(Handler { start: *start, end: *end, target: region.target.raw(), register });
            }
        }
        self.unit.bind(region.target);
        self.unit.set_state(if reachable { region.bound } else { None });
    }

    /// Is any instruction here protected by a handler of this function?
    pub(super) fn is_protected(&self) -> bool {
        self.unit.blocks.iter().any(|block| block.region.is_some())
    }

    /// Is this code of a handler of this function?
    pub(super) fn is_handling(&self) -> bool {
        self.unit.blocks.iter().any(|block| matches!(block.kind, BlockKind::Handling { .. }))
    }

    /// Leaves all blocks from number `keep` on: emits their clean-up, then what `last` emits.
    pub(super) fn leave(&mut self, keep: usize, last: impl FnOnce(&mut Self)) -> Outcome<()> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep && !self.unit.is_dead() {
            let here = self.unit.here();
            let Some(mut block) = self.unit.blocks.pop() else { break };
            if let Some(region) = &mut block.region {
                region.ranges.push((region.open, here));
            }
            let cleaned = self.clean_up(&block);
            left.push(block);
            cleaned?;
        }
        last(self);
        let here = self.unit.here();
        while let Some(mut block) = left.pop() {
            if let Some(region) = &mut block.region {
                region.open = here;
            }
            self.unit.blocks.push(block);
        }
        Ok(())
    }

    fn clean_up(&mut self, block: &Block<'a>) -> Outcome<()> {
        match block.kind {
            BlockKind::Loop { .. } | BlockKind::Guarded | BlockKind::Group => Ok(()),
            BlockKind::Finally { body } => self.block(body),
            BlockKind::With { exit, is_async } => self.with_exit(exit, is_async, block.at),
            BlockKind::Handling { saved } => {
                self.emit(block.at, Op::PopExc, 0, saved, 0, 0);
                Ok(())
            }
            BlockKind::Naming { name } => self.clear_name(block.at, name),
        }
    }

    /// `break` and `continue`.
    pub(super) fn loop_jump(&mut self, at: Span, is_break: bool) -> Outcome<()> {
        let mut found = None;
        for (nth, block) in self.unit.blocks.iter().enumerate().rev() {
            match block.kind {
                BlockKind::Loop { head, exit } => {
                    found = Some((nth, head, exit));
                    break;
                }
                BlockKind::Group => return Err(in_group(at)),
                _ => {}
            }
        }
        let Some((nth, head, exit)) = found else {
            let message = if is_break { "'break' outside loop" } else { "'continue' not properly in loop" };
            return Err(Problem::syntax(message, at));
        };
        self.leave(nth + 1, |compiler| {
            if is_break {
                compiler.jump(at, Op::Jump, 0, 0, 0, exit);
            } else {
                compiler.jump(at, Op::JumpBack, 0, 0, 0, head);
            }
        })
    }

    /// Would leaving all blocks run any code?
    pub(super) fn leaving_runs_code(&self) -> bool {
        self.unit.blocks.iter().any(|block| !matches!(block.kind, BlockKind::Loop { .. } | BlockKind::Guarded))
    }

    pub(super) fn check_return(&self, at: Span) -> Outcome<()> {
        if self.unit.blocks.iter().any(|block| matches!(block.kind, BlockKind::Group)) {
            return Err(in_group(at));
        }
        Ok(())
    }
}

fn in_group(at: Span) -> Box<Problem> {
    Problem::syntax("'break', 'continue' and 'return' cannot appear in an except* block", at)
}
