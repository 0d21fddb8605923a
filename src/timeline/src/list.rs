//! What to draw, without saying in which colours or with which toolkit.
//!
//! A [`DisplayList`] is filled anew for every frame and keeps its memory: operations in one vector, all their text in
//! one string. Later operations lie on top of earlier ones.

use std::fmt::Write;
use std::ops::Range;

use interleave_trace::{Category, LinkKind};

/// Number of lane colours; threads take them in turn.
pub const LANE_COLOURS: u8 = 12;

/// A colour by its meaning. The painter maps it to the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paint {
    Background,
    /// A card, a group header.
    Panel,
    /// Every second lane.
    Stripe,
    Grid,
    GridStrong,
    Text,
    TextMuted,
    /// Text and pattern lines on top of a state or lane colour.
    Ink,
    /// A stretch of this category.
    State(Category),
    /// The colour of a thread: 0 to [`LANE_COLOURS`] - 1.
    Lane(u8),
    /// The playhead.
    Accent,
    /// Laid over what has not happened yet; translucent background.
    Veil,
    Hover,
    Selection,
    /// Arrows by what they mean.
    Link(LinkKind),
    Danger,
    /// Standard output and error marks.
    Output,
}

/// Texture over a fill, so that states can be told apart without colour. Lines are drawn in [`Paint::Ink`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// `////`
    DiagonalHatch,
    /// `xxxx`
    CrossHatch,
    Dots,
    /// Few, fine dots.
    SparseDots,
    HorizontalLines,
    VerticalLines,
    /// Only the border is drawn.
    Outline,
    /// Short dashes in rows.
    Dashes,
}

/// The texture of a category; running is solid.
#[must_use]
pub fn pattern_of(category: Category) -> Option<Pattern> {
    match category {
        Category::Running => None,
        Category::Runnable => Some(Pattern::Outline),
        Category::Gil => Some(Pattern::DiagonalHatch),
        Category::Lock => Some(Pattern::CrossHatch),
        Category::Queue => Some(Pattern::Dots),
        Category::Signal => Some(Pattern::Dashes),
        Category::Join => Some(Pattern::SparseDots),
        Category::Sleep => Some(Pattern::HorizontalLines),
        Category::Io => Some(Pattern::VerticalLines),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextStyle {
    /// In a span.
    Label,
    /// Second line of a chip, counts.
    Small,
    /// On the time axis.
    Tick,
    /// Of a card or group.
    Title,
    /// On a chip.
    Name,
}

impl TextStyle {
    #[must_use]
    pub fn size_px(self) -> f32 {
        match self {
            Self::Small => 10.0,
            Self::Label | Self::Tick => 11.0,
            Self::Name => 12.0,
            Self::Title => 13.0,
        }
    }

    #[must_use]
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Title | Self::Name)
    }

    /// Estimated width: system sans-serif fonts average a little over half an em for Latin text and one em for Chinese.
    #[must_use]
    pub fn width_px(self, text: &str) -> f32 {
        if self == Self::Tick {
            // Figures on the time axis are monospaced: 0.60 em in the widest of the usual fonts.
            return text.chars().count() as f32 * 0.61 * self.size_px();
        }
        let ems: f32 = text
            .chars()
            .map(|c| match c {
                'i' | 'l' | 'j' | 't' | 'f' | '.' | ',' | ' ' | '\'' | '(' | ')' => 0.32,
                'm' | 'w' | 'M' | 'W' => 0.86,
                'A'..='Z' => 0.68,
                c if (c as u32) < 0x2e80 => 0.56,
                _ => 1.0,
            })
            .sum();
        ems * self.size_px() * if self.is_bold() { 1.05 } else { 1.0 }
    }
}

impl TextStyle {
    /// As much of the text as fits, with an ellipsis where it was cut; empty if not even one letter fits.
    #[must_use]
    pub fn fit(self, text: &str, max_px: f32) -> std::borrow::Cow<'_, str> {
        if self.width_px(text) <= max_px {
            return text.into();
        }
        let room = max_px - self.width_px("…");
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            if text.get(..next).is_none_or(|head| self.width_px(head) > room) {
                break;
            }
            end = next;
        }
        match text.get(..end) {
            Some(head) if end > 0 => format!("{}…", head.trim_end()).into(),
            _ => "".into(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextAlign {
    Left,
    Centre,
    Right,
}

/// A small sign at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Something was printed.
    Output,
    /// The drop request for the GIL.
    Request,
    /// An acquire that did not get it.
    Fail,
    Note,
    /// An uncaught exception.
    Uncaught,
    Deadlock,
    /// The track ended by itself.
    End,
    /// The track was cut off.
    Cut,
    /// Handle of the playhead.
    Playhead,
    /// The GIL token.
    Token,
}

/// One shape. Coordinates are view px, y downwards; `alpha` is 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// A state's colour without pattern and with `alpha` below 1 is the quiet ground for a label on that state's texture.
    Rect {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        radius: f32,
        fill: Paint,
        pattern: Option<Pattern>,
        alpha: f32,
    },
    /// A border alone.
    Frame {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        radius: f32,
        stroke: Paint,
        width: f32,
        dashed: bool,
        alpha: f32,
    },
    Line {
        x0: f32,
        y0: f32,
        x1: f32,
        y1: f32,
        width: f32,
        stroke: Paint,
        dashed: bool,
    },
    /// From one lane to another: leaves and arrives horizontally where there is room, bows out where there is none.
    Arrow {
        x0: f32,
        y0: f32,
        x1: f32,
        y1: f32,
        stroke: Paint,
        alpha: f32,
    },
    /// `y` is the middle of the line of text; `text` indexes [`DisplayList::text`].
    Text {
        x: f32,
        y: f32,
        max_w: f32,
        align: TextAlign,
        style: TextStyle,
        paint: Paint,
        alpha: f32,
        start: u32,
        end: u32,
    },
    Marker {
        x: f32,
        y: f32,
        mark: Mark,
        paint: Paint,
        alpha: f32,
    },
    /// Until the matching `Unclip`, nothing is drawn outside.
    Clip {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
    Unclip,
}

/// The shapes of one frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisplayList {
    pub width_px: f32,
    pub height_px: f32,
    pub ops: Vec<Op>,
    text: String,
}

impl DisplayList {
    /// Empties the list and keeps its memory.
    pub fn reset(&mut self, width_px: f32, height_px: f32) {
        self.width_px = width_px;
        self.height_px = height_px;
        self.ops.clear();
        self.text.clear();
    }

    /// The text of an [`Op::Text`]; empty for any other operation.
    #[must_use]
    pub fn text(&self, op: &Op) -> &str {
        match *op {
            Op::Text { start, end, .. } => self.text.get(start as usize..end as usize).unwrap_or(""),
            _ => "",
        }
    }

    /// The labels of spans, each with what lies under it.
    pub(crate) fn labels(&self) -> Vec<SpanLabel> {
        let mut out = Vec::new();
        let mut under = Paint::Background;
        for op in &self.ops {
            match *op {
                Op::Rect { fill, .. } => under = fill,
                Op::Text { x, y, max_w, style: TextStyle::Label, paint: Paint::Ink, .. } => {
                    let text = self.text(op).to_owned();
                    let w = TextStyle::Label.width_px(&text).min(max_w);
                    out.push(SpanLabel { x, y, w, max_w, under, text });
                }
                _ => {}
            }
        }
        out
    }

    pub(crate) fn fill(&mut self, x: f32, y: f32, w: f32, h: f32, fill: Paint) {
        self.ops.push(Op::Rect { x, y, w, h, radius: 0.0, fill, pattern: None, alpha: 1.0 });
    }

    pub(crate) fn write(&mut self, at: TextAt, text: std::fmt::Arguments<'_>) {
        let Range { start, end } = self.add_text(text);
        let TextAt { x, y, max_w, align, style, paint, alpha } = at;
        self.ops.push(Op::Text { x, y, max_w, align, style, paint, alpha, start, end });
    }

    fn add_text(&mut self, text: std::fmt::Arguments<'_>) -> Range<u32> {
        let start = self.text.len() as u32;
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(text);
        start..self.text.len() as u32
    }

    /// One line per operation, for tests and for reading.
    #[must_use]
    pub fn dump(&self) -> String {
        let mut out = format!("{}x{}\n", self.width_px, self.height_px);
        for op in &self.ops {
            let _ = match *op {
                Op::Rect { x, y, w, h, fill, pattern, alpha, .. } => {
                    let pattern = pattern.map(|p| format!(" {p:?}")).unwrap_or_default();
                    let alpha = if alpha < 1.0 { format!(" alpha {alpha:.2}") } else { String::new() };
                    writeln!(out, "rect   {x:.1} {y:.1} {w:.1}x{h:.1} {fill:?}{pattern}{alpha}")
                }
                Op::Frame { x, y, w, h, stroke, dashed, .. } => {
                    writeln!(
                        out,
                        "frame  {x:.1} {y:.1} {w:.1}x{h:.1} {stroke:?}{}",
                        if dashed { " dashed" } else { "" }
                    )
                }
                Op::Line { x0, y0, x1, y1, stroke, .. } => {
                    writeln!(out, "line   {x0:.1} {y0:.1} -> {x1:.1} {y1:.1} {stroke:?}")
                }
                Op::Arrow { x0, y0, x1, y1, stroke, alpha } => {
                    writeln!(out, "arrow  {x0:.1} {y0:.1} -> {x1:.1} {y1:.1} {stroke:?} alpha {alpha:.2}")
                }
                Op::Text { x, y, max_w, align, style, .. } => {
                    writeln!(out, "text   {x:.1} {y:.1} max {max_w:.0} {align:?} {style:?} {:?}", self.text(op))
                }
                Op::Marker { x, y, mark, .. } => writeln!(out, "mark   {x:.1} {y:.1} {mark:?}"),
                Op::Clip { x, y, w, h } => writeln!(out, "clip   {x:.1} {y:.1} {w:.1}x{h:.1}"),
                Op::Unclip => writeln!(out, "unclip"),
            };
        }
        out
    }
}

/// A label that a span has; `y` is its middle.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SpanLabel {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub max_w: f32,
    pub under: Paint,
    pub text: String,
}

/// Where and how a text stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextAt {
    pub x: f32,
    pub y: f32,
    pub max_w: f32,
    pub align: TextAlign,
    pub style: TextStyle,
    pub paint: Paint,
    pub alpha: f32,
}
