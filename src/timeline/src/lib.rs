//! The drawing is a function: `(trace, viewport, playhead) -> display list`.
//!
//! Everything a viewer of a run needs that is not a browser: which lanes there are, where time falls on the screen, what
//! is drawn at which level of detail, what is under the pointer, where the chips of the stage stand, and one sentence
//! that says what just happened and why. A painter turns the [`DisplayList`] into canvas calls, [`svg`] into a file.
//!
//! Keeps true: a frame costs by pixels, not by events; colours are names ([`Paint`]), never values; the same input gives
//! the same list. Must not know: browsers, fonts (widths are estimated, the painter may clip), who wrote the trace.
//!
//! | module | holds |
//! | --- | --- |
//! | `list` | display list: shapes, semantic paints, patterns |
//! | `scale` | nanos ↔ px, zoom, pan, fit |
//! | `ruler` | ticks of the time axis |
//! | `units` | durations in words |
//! | `strings` | every word shown, in English and Chinese |
//! | `index` | spans with running sums per category: the level of detail |
//! | `internal` | the library's own objects, which are not shown |
//! | `lanes` | which lanes, in which order, how high |
//! | `layout` | the timeline frame |
//! | `hit` | what is under the pointer |
//! | `stage` | the moving picture: cores, GIL, queues, chips |
//! | `step` | the next and the previous thing worth stopping at |
//! | `marks` | moments that a lesson points at |
//! | `explain` | the sentence under the playhead |
//! | `sweep` | one program under many values: speed-up, Amdahl's curve, the best value and why it stops there |
//! | `stuck` | who waits for whom in a deadlock |
//! | `svg` | a display list as an SVG file |
//!
//! Spaces: *content* px are those of the lane list before scrolling; *view* px are those of the canvas.

pub mod explain;
mod explain_tasks;
pub mod hit;
pub mod index;
pub mod internal;
pub mod lanes;
pub mod layout;
pub mod list;
pub mod marks;
pub mod ruler;
pub mod scale;
pub mod stage;
pub mod step;
pub mod strings;
mod stuck;
pub mod svg;
pub mod sweep;
mod tiles;
pub mod units;

pub use explain::{describe, explain, explain_at};
pub use explain_tasks::task_words_at;
pub use hit::{Hit, hit};
pub use index::TimelineIndex;
pub use lanes::{GroupKey, Lane, LaneKind, LaneMetrics, LaneOptions, Lanes, lanes};
pub use layout::{FrameCost, View, layout, layout_content, layout_overlay};
pub use list::{DisplayList, Mark, Op, Paint, Pattern, TextAlign, TextStyle};
pub use marks::{Flag, Moment, MomentKind, Which};
pub use scale::TimeScale;
pub use stage::{Chip, StageFrame, StageMotion, StagePlan, paint_chips, stage};
pub use step::{Direction, Step, step};
pub use strings::{Lang, Msg, category_name, fill, text};
