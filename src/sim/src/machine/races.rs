//! From the guest's accesses to the kernel's detector of data races, and back to names.

use interleave_kernel::races::{Race, VariableKey};
use interleave_kernel::{Pid, Tid};
use interleave_python::vm::watch::{Access, Variable};
use interleave_trace::SourceRange;

use super::Machine;
use crate::guest::Guest;

/// A race that was found, to be told once the kernel's clock is there.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    race: Race,
    variable: String,
}

const GLOBAL: u64 = 0;

fn key(process: Pid, variable: Variable) -> VariableKey {
    let numbers = match variable {
        Variable::Global { module, name } => [GLOBAL, module.into(), name.into()],
        Variable::Attribute { object, name } => [1, object.into(), name.into()],
        Variable::Item { container, key } => [2, container.into(), key],
        Variable::Shared { cell } => [3, cell.into(), 0],
    };
    (process, numbers)
}

pub(crate) fn look<G: Guest>(machine: &mut Machine<G>, thread: Tid, process: Pid, accesses: Vec<Access>) {
    let source = machine.source;
    for access in accesses {
        let Some(races) = machine.kernel.races_mut() else { return };
        let range = access.place.map_or(SourceRange::NONE, |place| SourceRange {
            source,
            start: place.start,
            end: place.end,
            line: place.line,
        });
        // Modules and names live as long as the process.
        let lasting = |key: &VariableKey| key.1.first() == Some(&GLOBAL);
        let race = races.access(thread, key(process, access.variable), access.write, range, access.epoch, lasting);
        if let Some(race) = race {
            let variable = machine.guest_of(process).map(|guest| guest.variable_name(access.variable));
            machine.races.push(Found { race, variable: variable.unwrap_or_default() });
        }
    }
}

pub(crate) fn tell<G: Guest>(machine: &mut Machine<G>) {
    for found in std::mem::take(&mut machine.races) {
        machine.kernel.report_race(&found.race, &found.variable);
    }
}
