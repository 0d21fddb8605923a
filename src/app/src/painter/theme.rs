//! The colours and fonts of the style sheet, read once per theme.

use interleave_timeline::Paint;
use interleave_timeline::list::LANE_COLOURS;
use interleave_trace::{Category, LinkKind};
use web_sys::Element;

use crate::dom;

/// The colours of the theme in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    pub(super) background: String,
    panel: String,
    stripe: String,
    grid: String,
    grid_strong: String,
    text: String,
    text_muted: String,
    lane_ink: String,
    accent: String,
    veil: String,
    hover: String,
    selection: String,
    danger: String,
    output: String,
    states: [String; Category::COUNT],
    lanes: [String; LANE_COLOURS as usize],
    links: [String; 5],
    pub(super) sans: String,
    pub(super) mono: String,
    /// Root font size over 16 px: the projector setting enlarges the drawing with the page.
    pub text_scale: f64,
}

impl Theme {
    /// Reads the custom properties that hold at `element`.
    #[must_use]
    pub fn read(element: &Element) -> Self {
        let variable = |name: &str| dom::css_variable(element, name);
        let lanes = std::array::from_fn(|lane| variable(&format!("--lane-{lane}")));
        let states = Category::ALL.map(|category| match category {
            Category::Running => variable("--ink-2"),
            Category::Runnable => variable("--state-runnable"),
            Category::Gil => variable("--state-gil"),
            Category::Lock => variable("--state-lock"),
            Category::Queue => variable("--state-queue"),
            Category::Signal => variable("--state-signal"),
            Category::Join => variable("--state-join"),
            Category::Sleep => variable("--state-sleep"),
            Category::Io => variable("--state-io"),
        });
        Self {
            background: variable("--surface"),
            panel: variable("--surface-raised"),
            stripe: variable("--stripe"),
            grid: variable("--grid"),
            grid_strong: variable("--line"),
            text: variable("--ink"),
            text_muted: variable("--ink-3"),
            lane_ink: variable("--lane-ink"),
            accent: variable("--playhead"),
            veil: variable("--future-veil"),
            hover: variable("--hover"),
            selection: variable("--ed-selection"),
            danger: variable("--danger"),
            output: variable("--ink-2"),
            links: ["--link-spawn", "--link-join", "--link-wake", "--link-handover", "--link-message"].map(variable),
            states,
            lanes,
            sans: variable("--sans"),
            mono: variable("--mono"),
            text_scale: dom::root_font_px() / 16.0,
        }
    }

    pub(super) fn colour(&self, paint: Paint) -> &str {
        match paint {
            Paint::Background => &self.background,
            Paint::Panel => &self.panel,
            Paint::Stripe => &self.stripe,
            Paint::Grid => &self.grid,
            Paint::GridStrong => &self.grid_strong,
            Paint::Text => &self.text,
            Paint::TextMuted => &self.text_muted,
            Paint::Ink => &self.lane_ink,
            Paint::State(category) => self.states.get(category.index()).map_or("", String::as_str),
            Paint::Lane(lane) => self.lanes.get(usize::from(lane % LANE_COLOURS)).map_or("", String::as_str),
            Paint::Accent => &self.accent,
            Paint::Veil => &self.veil,
            Paint::Hover => &self.hover,
            Paint::Selection => &self.selection,
            Paint::Link(kind) => {
                let row = match kind {
                    LinkKind::Spawn => 0,
                    LinkKind::Join => 1,
                    LinkKind::Wake => 2,
                    LinkKind::HandOver => 3,
                    LinkKind::Message => 4,
                };
                self.links.get(row).map_or("", String::as_str)
            }
            Paint::Danger => &self.danger,
            Paint::Output => &self.output,
        }
    }
}
