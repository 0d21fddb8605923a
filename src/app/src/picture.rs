//! The two canvases, timeline and stage: what they show, and painting them.
//!
//! Everything that changes with every frame lives here, outside of the component tree. Keeps true: a frame is painted only
//! when something it depends on has changed, and display lists keep their memory from frame to frame.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_timeline::layout::RULER_PX;
use interleave_timeline::{
    Chip, DisplayList, Flag, GroupKey, Hit, Lane, LaneKind, LaneMetrics, LaneOptions, Lanes, StageFrame, StageMotion,
    StagePlan, TimeScale, View, hit, lanes, layout, paint_chips, stage,
};
use interleave_trace::TrackId;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::NodeRef;

use crate::dom;
use crate::painter::{Painter, Theme};
use crate::run_model::RunModel;
use crate::strings::Language;
use crate::timeline_pane;

/// Below this width lanes are lower.
const NARROW_PX: f32 = 560.0;

/// So many headers are all in the page.
const FEW_LANES: usize = 300;
const ROWS_STEP: usize = 50;

#[derive(Debug, Default)]
pub struct Picture {
    pub handles: timeline_pane::Handles,
    pub stage_canvas: NodeRef,
    pub theme: Rc<Theme>,
    timeline_painter: Option<Painter>,
    stage_painter: Option<Painter>,
    list: DisplayList,
    stage_frame: StageFrame,
    plan: StagePlan,
    plan_is_old: bool,
    motion: StageMotion,
    reduced_motion: bool,
    scale: Option<TimeScale>,
    lanes: Lanes,
    /// How high the lanes are, or would be, at their full height.
    lanes_roomy_px: f32,
    /// The same lanes, for the headers.
    headers: Rc<[Lane]>,
    pub collapsed: BTreeSet<GroupKey>,
    pub hovered: Option<TrackId>,
    pub selected: Option<TrackId>,
    /// Where the lesson's moments are.
    pub flags: Rc<[Flag]>,
    /// Whether the window should go on showing the whole run while the run grows.
    shows_all: bool,
    compact: bool,
    /// The rows whose headers are in the page: all of them, unless there are very many.
    pub rows: (usize, usize),
    rows_changed: bool,
}

impl Picture {
    /// A new run is shown whole.
    pub fn restart(&mut self) {
        self.scale = None;
        self.hovered = None;
        self.selected = None;
        self.shows_all = true;
        self.collapsed.clear();
        self.motion = StageMotion::default();
        self.plan_is_old = true;
    }

    pub fn read_theme(&mut self) {
        self.reduced_motion = dom::reduced_motion();
        let Some(root) = dom::root() else { return };
        let theme = Theme::read(&root);
        for painter in [&mut self.timeline_painter, &mut self.stage_painter].into_iter().flatten() {
            painter.set_theme(&theme);
        }
        self.theme = Rc::new(theme);
    }

    /// After tracks, names, folds or the language changed.
    pub fn set_lanes(&mut self, model: &RunModel, language: Language) {
        let metrics = if self.compact { LaneMetrics::COMPACT } else { LaneMetrics::ROOMY };
        let options = LaneOptions { metrics, collapsed: &self.collapsed, lang: language.lang() };
        let lanes = lanes(model.trace(), model.index(), options);
        self.lanes_roomy_px = lanes.list.iter().map(|lane| roomy_px(lane.kind)).sum();
        if *self.headers != *lanes.list {
            self.headers = lanes.list.as_slice().into();
        }
        self.lanes = lanes;
        self.plan_is_old = true;
    }

    #[must_use]
    pub fn headers(&self) -> Rc<[Lane]> {
        self.headers.clone()
    }

    #[must_use]
    pub fn lanes_height_px(&self) -> f32 {
        self.lanes.height_px()
    }

    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        let selected = self.selected?;
        self.headers.iter().position(|lane| lane.track == Some(selected))
    }

    pub fn fold(&mut self, group: GroupKey) {
        if !self.collapsed.remove(&group) {
            self.collapsed.insert(group);
        }
    }

    pub fn select_row(&mut self, row: usize) {
        let track = self.headers.get(row).and_then(|lane| lane.track);
        self.selected = if self.selected == track { None } else { track };
    }

    /// Whether other headers have to be in the page than were; asked once per frame.
    pub fn take_rows_changed(&mut self) -> bool {
        std::mem::take(&mut self.rows_changed)
    }

    /// Of many thousand lanes only the headers near the window are elements.
    fn update_rows(&mut self, scroll_px: f32, height_px: f32) {
        let count = self.headers.len();
        let rows = if count <= FEW_LANES {
            (0, count)
        } else {
            let first = self.lanes.list.partition_point(|lane| lane.y_px + lane.h_px < scroll_px);
            let last = self.lanes.list.partition_point(|lane| lane.y_px < scroll_px + height_px);
            // In steps, so that a scroll by a line changes nothing.
            let first = (first / ROWS_STEP * ROWS_STEP).saturating_sub(ROWS_STEP);
            (first, ((last / ROWS_STEP + 2) * ROWS_STEP).min(count))
        };
        if rows != self.rows {
            self.rows = rows;
            self.rows_changed = true;
        }
    }

    /// Follows whoever's chip is at a place of the stage, in CSS px, or stops following them.
    pub fn select_chip(&mut self, x_css_px: f32, y_css_px: f32) {
        let (x, y) = (self.layout_px(x_css_px), self.layout_px(y_css_px));
        let is_at = |chip: &&Chip| (chip.x..chip.x + chip.w).contains(&x) && (chip.y..chip.y + chip.h).contains(&y);
        let track = self.stage_frame.chips.iter().find(is_at).map(|chip| chip.track);
        if track.is_some() {
            self.selected = if self.selected == track { None } else { track };
        }
    }

    /// Paints both canvases for a playhead at `at_nanos`. Returns whether something still moves, so that another frame is
    /// wanted.
    pub fn paint(
        &mut self,
        model: &RunModel,
        at_nanos: u64,
        language: Language,
        playing: bool,
        now_millis: f64,
    ) -> bool {
        self.paint_timeline(model, at_nanos, language, playing);
        self.paint_stage(model, at_nanos, language, now_millis)
    }

    fn paint_timeline(&mut self, model: &RunModel, at_nanos: u64, language: Language, playing: bool) {
        let theme = self.theme.clone();
        let Some(painter) = painter_of(&mut self.timeline_painter, &self.handles.canvas, &theme) else { return };
        let (width_px, height_px) = painter.size_px(&theme);
        if width_px < 1.0 || height_px < 1.0 {
            return;
        }
        // Lanes are lower where that makes all of them fit, and where there is little room at all.
        let overflows = self.lanes_roomy_px + RULER_PX > height_px;
        let compact = width_px < NARROW_PX || overflows;
        if compact != self.compact {
            self.compact = compact;
            self.set_lanes(model, language);
        }
        let end_nanos = model.shown_end_nanos();
        let mut scale = match self.scale {
            Some(scale) if !self.shows_all => scale,
            _ => TimeScale::fit(end_nanos, width_px),
        };
        if (scale.width_px() - width_px).abs() > 0.5 {
            scale.resize(width_px, end_nanos);
        }
        if playing {
            scale.follow(at_nanos, end_nanos);
        }
        self.scale = Some(scale);
        let mut list = std::mem::take(&mut self.list);
        let mut scroll_px = 0.0;
        if let Some(view) = self.view(model, Some(at_nanos), language, height_px) {
            scroll_px = view.scroll_px;
            layout(&mut list, &view);
        }
        self.update_rows(scroll_px, height_px);
        if let Some(painter) = &mut self.timeline_painter {
            painter.paint(&list, &theme);
        }
        self.list = list;
    }

    /// Returns whether chips still move.
    fn paint_stage(&mut self, model: &RunModel, at_nanos: u64, language: Language, now_millis: f64) -> bool {
        let theme = self.theme.clone();
        let Some(painter) = painter_of(&mut self.stage_painter, &self.stage_canvas, &theme) else { return false };
        let (width_px, height_px) = painter.size_px(&theme);
        if width_px < 1.0 || height_px < 1.0 {
            return false;
        }
        let resized = (self.plan.width_px - width_px).abs() > 0.5 || (self.plan.height_px - height_px).abs() > 0.5;
        if resized || self.plan_is_old {
            self.plan = StagePlan::new(model.trace(), model.index(), width_px, height_px);
            self.plan_is_old = false;
        }
        stage(&mut self.stage_frame, &self.plan, model.trace(), model.index(), at_nanos, language.lang());
        if self.reduced_motion {
            self.motion = StageMotion::default();
        }
        self.motion.aim(&self.stage_frame.chips, now_millis);
        let (chips, moving) = self.motion.at(now_millis);
        paint_chips(&mut self.stage_frame.list, model.trace(), chips, &self.stage_frame.tethers);
        painter.paint(&self.stage_frame.list, &theme);
        moving
    }

    fn view<'v>(
        &'v self,
        model: &'v RunModel,
        at_nanos: Option<u64>,
        language: Language,
        height_px: f32,
    ) -> Option<View<'v>> {
        let scroll = self.handles.scroller.cast::<Element>().map_or(0, |scroller| scroller.scroll_top());
        Some(View {
            trace: model.trace(),
            index: model.index(),
            lanes: &self.lanes,
            scale: self.scale?,
            height_px,
            ruler_px: RULER_PX,
            scroll_px: (f64::from(scroll) / self.theme.text_scale.max(0.5)) as f32,
            playhead_nanos: at_nanos,
            hovered: self.hovered,
            selected: self.selected,
            flags: &self.flags,
            lang: language.lang(),
        })
    }

    /// What is at a place of the timeline, in CSS px of its canvas.
    #[must_use]
    pub fn hit(&self, model: &RunModel, language: Language, x_css_px: f32, y_css_px: f32) -> Option<Hit> {
        let height_px = self.timeline_painter.as_ref()?.size_px(&self.theme).1;
        let view = self.view(model, None, language, height_px)?;
        hit(&view, self.layout_px(x_css_px), self.layout_px(y_css_px))
    }

    fn layout_px(&self, css_px: f32) -> f32 {
        css_px / self.theme.text_scale.max(0.5) as f32
    }

    #[must_use]
    pub fn is_on_ruler(&self, y_css_px: f32) -> bool {
        self.layout_px(y_css_px) < RULER_PX
    }

    #[must_use]
    pub fn nanos_at(&self, x_css_px: f32) -> Option<u64> {
        Some(self.scale?.nanos_from_px(self.layout_px(x_css_px)))
    }

    pub fn pan(&mut self, by_css_px: f32, end_nanos: u64) {
        let by_px = self.layout_px(by_css_px);
        if let Some(scale) = &mut self.scale {
            scale.pan(by_px, end_nanos);
            self.shows_all = false;
        }
    }

    /// Pans by a part of what is visible.
    pub fn pan_by_part(&mut self, part: f32, end_nanos: u64) {
        if let Some(scale) = &mut self.scale {
            scale.pan(part * scale.width_px(), end_nanos);
            self.shows_all = false;
        }
    }

    pub fn zoom(&mut self, about_css_px: f32, factor: f64, end_nanos: u64) {
        let about_px = self.layout_px(about_css_px);
        if let Some(scale) = &mut self.scale {
            scale.zoom_about(about_px, factor, end_nanos);
            self.shows_all = scale.nanos_per_px() >= TimeScale::fit(end_nanos, scale.width_px()).nanos_per_px() * 0.999;
        }
    }

    /// Zooms about the playhead where it is visible, else about the middle.
    pub fn zoom_about_playhead(&mut self, at_nanos: u64, factor: f64, end_nanos: u64) {
        let Some(scale) = self.scale else { return };
        let px = scale.px_from_nanos(at_nanos);
        let about = if (0.0..=scale.width_px()).contains(&px) { px } else { scale.width_px() / 2.0 };
        self.zoom(about * self.theme.text_scale as f32, factor, end_nanos);
    }

    /// The visible part of time; `None` while everything is shown.
    #[must_use]
    pub fn visible_nanos(&self) -> Option<(u64, u64)> {
        if self.shows_all { None } else { Some(self.scale?.visible_nanos()) }
    }

    pub fn show_range(&mut self, from_nanos: u64, to_nanos: u64, end_nanos: u64) {
        let width_px = self.scale.map_or(1000.0, |scale| scale.width_px());
        let mut scale = TimeScale::range(from_nanos, to_nanos, width_px);
        scale.clamp(end_nanos);
        self.scale = Some(scale);
        self.shows_all = false;
    }

    pub fn fit(&mut self) {
        self.shows_all = true;
    }

    /// A step may land outside of the window.
    pub fn reveal(&mut self, at_nanos: u64, end_nanos: u64) {
        if let Some(scale) = &mut self.scale {
            scale.follow(at_nanos, end_nanos);
        }
    }

    /// Shows or hides the hint beside the pointer.
    pub fn show_tip(&self, tip: Option<(&str, f32, f32)>) {
        let Some(element) = self.handles.tip.cast::<HtmlElement>() else { return };
        let Some((text, x_px, y_px)) = tip else {
            element.set_text_content(None);
            return;
        };
        element.set_text_content(Some(text));
        let Some(parent) = element.parent_element() else { return };
        let (width, height) = (element.offset_width() as f32, element.offset_height() as f32);
        let left = (x_px + 14.0).min(parent.client_width() as f32 - width - 4.0).max(4.0);
        let below = y_px + 18.0;
        let top = if below + height > parent.client_height() as f32 { (y_px - height - 10.0).max(4.0) } else { below };
        // Setting a known property to a length cannot fail.
        let _ = element.style().set_property("left", &format!("{left:.0}px"));
        let _ = element.style().set_property("top", &format!("{top:.0}px"));
    }
}

/// What a lane takes at its full height, the gap below it included.
fn roomy_px(kind: LaneKind) -> f32 {
    let metrics = LaneMetrics::ROOMY;
    let height = match kind {
        LaneKind::Group => metrics.group_px,
        LaneKind::Core => metrics.core_px,
        LaneKind::Process => metrics.process_px,
        LaneKind::Thread => metrics.thread_px,
        LaneKind::Task => metrics.task_px,
        LaneKind::Object(_) => metrics.object_px,
    };
    height + metrics.gap_px
}

fn painter_of<'p>(slot: &'p mut Option<Painter>, canvas: &NodeRef, theme: &Theme) -> Option<&'p mut Painter> {
    let canvas = canvas.cast::<HtmlCanvasElement>()?;
    if slot.as_ref().is_none_or(|painter| !painter.is_on(&canvas)) {
        *slot = Painter::new(canvas, theme);
    }
    slot.as_mut()
}
