//! The frame around the timeline's canvas: lane headers as text that can be read and focused, the zoom buttons, the
//! legend, progress while a run goes on. What is on the canvas is painted elsewhere.
//!
//! Header positions are numbers from the layout; they are set through the object model, because a Content-Security-Policy
//! forbids style attributes.

use std::rc::Rc;

use interleave_timeline::layout::RULER_PX;
use interleave_timeline::{GroupKey, Lane, LaneKind};
use interleave_trace::Category;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::app::{Folds, Panel, Part};
use crate::details::Legend;
use crate::icons;
use crate::painter::Theme;
use crate::strings::Language;

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    PointerDown { id: i32, x_px: f32, y_px: f32 },
    PointerMove { id: i32, x_px: f32, y_px: f32 },
    PointerUp { id: i32, x_px: f32, y_px: f32 },
    PointerCancel { id: i32 },
    PointerLeave,
    Scrolled,
    ZoomIn,
    ZoomOut,
    Fit,
    Fold(GroupKey),
    Select(usize),
}

/// The elements that frames are painted on and measured by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handles {
    pub canvas: NodeRef,
    pub scroller: NodeRef,
    pub lanes: NodeRef,
    pub tip: NodeRef,
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub language: Language,
    pub handles: Handles,
    pub lanes: Rc<[Lane]>,
    /// The lanes whose headers are elements: from, to.
    pub rows: (usize, usize),
    pub lanes_height_px: f32,
    pub selected: Option<usize>,
    pub text_scale: f64,
    pub categories: Rc<[Category]>,
    pub theme: Rc<Theme>,
    pub panel: Panel,
    pub folds: Folds,
    /// What a run in progress has done so far, in words.
    pub progress: Option<String>,
    pub on_event: Callback<Event>,
    pub on_fold: Callback<Part>,
}

pub struct TimelinePane;

/// Before anything was painted nobody knows the window.
const FIRST_ROWS: usize = 300;

fn place(event: &PointerEvent) -> (i32, f32, f32) {
    (event.pointer_id(), event.offset_x() as f32, event.offset_y() as f32)
}

impl Component for TimelinePane {
    type Message = ();
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = props.language.words();
        let emit = &props.on_event;
        let on_down = emit.reform(|event: PointerEvent| {
            if let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
                // Without capture (an old browser) a drag merely ends at the edge.
                let _ = target.set_pointer_capture(event.pointer_id());
            }
            let (id, x_px, y_px) = place(&event);
            Event::PointerDown { id, x_px, y_px }
        });
        let on_move = emit.reform(|event: PointerEvent| {
            let (id, x_px, y_px) = place(&event);
            Event::PointerMove { id, x_px, y_px }
        });
        let on_up = emit.reform(|event: PointerEvent| {
            let (id, x_px, y_px) = place(&event);
            Event::PointerUp { id, x_px, y_px }
        });
        let tool = |label: &'static str, icon: Html, event: Event| {
            html! {
                <button type="button" class="button button--icon" aria-label={label} title={label}
                    onclick={emit.reform(move |_| event.clone())}>{ icon }</button>
            }
        };
        let fold = |part: Part, name: &'static str, hint: &'static str, folded: bool| {
            html! {
                <button type="button" class="button timeline__fold" title={hint} aria-expanded={(!folded).to_string()}
                    onclick={props.on_fold.reform(move |_| part)}>{ name }</button>
            }
        };
        html! {
            <section class="timeline" data-testid="timeline" aria-label={words.timeline} id="timeline">
                <div class="timeline__scroll" ref={props.handles.scroller.clone()} onscroll={emit.reform(|_| Event::Scrolled)}>
                    <div class="timeline__lanes" ref={props.handles.lanes.clone()} role="list" aria-label={words.timeline}>
                        <div class="timeline__corner" role="presentation"></div>
                        { for shown(props).map(|(row, lane)| header(props, row, lane)) }
                    </div>
                    <div class="timeline__body">
                        <canvas
                            ref={props.handles.canvas.clone()} tabindex="0" role="img"
                            aria-label={words.timeline} aria-description={words.timeline_hint}
                            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up}
                            onpointercancel={emit.reform(|event: PointerEvent| Event::PointerCancel { id: event.pointer_id() })}
                            onpointerleave={emit.reform(|_| Event::PointerLeave)}
                        ></canvas>
                        <div class="tip" ref={props.handles.tip.clone()} aria-hidden="true"></div>
                    </div>
                </div>
                if let Some(progress) = &props.progress {
                    <div class="progress" role="progressbar" aria-label={words.simulating} aria-valuetext={progress.clone()}></div>
                }
                <div class="timeline__foot">
                    if let Some(progress) = &props.progress {
                        <div class="progress-note" data-testid="progress">{ progress }</div>
                    }
                    <Legend language={props.language} categories={props.categories.clone()} theme={props.theme.clone()} panel={props.panel} />
                    <div class="timeline__zoom">
                        { fold(Part::Stage, words.stage_short, words.stage_fold, props.folds.stage) }
                        { fold(Part::Details, words.details_short, words.details_fold, props.folds.details) }
                        { tool(words.zoom_out, icons::zoom_out(), Event::ZoomOut) }
                        { tool(words.zoom_in, icons::zoom_in(), Event::ZoomIn) }
                        { tool(words.zoom_fit, icons::zoom_fit(), Event::Fit) }
                    </div>
                </div>
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let props = ctx.props();
        let Some(column) = props.handles.lanes.cast::<HtmlElement>() else { return };
        let px = |value: f64| format!("{:.2}px", value * props.text_scale);
        // Setting a known property to a length cannot fail.
        let set = |element: &HtmlElement, name: &str, value: &str| {
            let _ = element.style().set_property(name, value);
        };
        set(&column, "height", &px(f64::from(props.lanes_height_px + RULER_PX)));
        let headers = column.children();
        if let Some(corner) = headers.item(0).and_then(|corner| corner.dyn_into::<HtmlElement>().ok()) {
            set(&corner, "height", &px(f64::from(RULER_PX)));
        }
        for (place, (_, lane)) in shown(props).enumerate() {
            let header = headers.item(place as u32 + 1).and_then(|header| header.dyn_into::<HtmlElement>().ok());
            if let Some(header) = header {
                set(&header, "top", &px(f64::from(lane.y_px + RULER_PX)));
                set(&header, "height", &px(f64::from(lane.h_px)));
            }
        }
    }
}

/// The lanes that have a header, with their rows. Before the first frame that is all, if they are not too many.
fn shown(props: &Props) -> impl Iterator<Item = (usize, &Lane)> {
    let (from, to) = props.rows;
    let to = if to == 0 { props.lanes.len().min(FIRST_ROWS) } else { to };
    props.lanes.iter().enumerate().skip(from).take(to.saturating_sub(from))
}

fn header(props: &Props, row: usize, lane: &Lane) -> Html {
    let lane_class = lane.colour.map(|colour| format!("lane-{colour}"));
    let mark = match lane.kind {
        LaneKind::Thread | LaneKind::Task => Some("lane__dot"),
        LaneKind::Core => Some("lane__dot lane__dot--core"),
        LaneKind::Object(_) => Some("lane__dot lane__dot--object"),
        LaneKind::Group | LaneKind::Process => None,
    };
    let is_heading = matches!(lane.kind, LaneKind::Group | LaneKind::Process);
    let class = classes!(
        "lane",
        format!("lane--depth-{}", lane.depth.min(4)),
        is_heading.then_some("lane--group"),
        (props.selected == Some(row)).then_some("lane--selected"),
        lane_class,
    );
    let on_event = props.on_event.clone();
    let act = match lane.group {
        Some(group) if is_heading => Event::Fold(group),
        _ => Event::Select(row),
    };
    let onclick = {
        let (on_event, act) = (on_event.clone(), act.clone());
        Callback::from(move |_: MouseEvent| on_event.emit(act.clone()))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            on_event.emit(act.clone());
        }
    });
    html! {
        <div
            key={format!("{row}-{}", lane.name)} {class} role="listitem" tabindex="0"
            data-testid="lane" data-lane-name={lane.name.clone()} data-lane-kind={lane.kind.name()}
            aria-expanded={lane.group.map(|_| (!lane.collapsed).to_string())}
            title={lane.name.clone()} {onclick} {onkeydown}
        >
            if lane.group.is_some() && is_heading {
                <span class={classes!("lane__fold", lane.collapsed.then_some("lane__fold--closed"))}>{ icons::chevron() }</span>
            }
            if let Some(mark) = mark {
                <span class={mark}></span>
            }
            { lane_name(&lane.name) }
        </div>
    }
}

/// A name that gives way in its middle: what tells it from its kin, the number at its end, stays.
pub fn lane_name(name: &str) -> Html {
    let (head, number) = name.split_at(name.trim_end_matches(|c: char| c.is_ascii_digit() || "-_".contains(c)).len());
    html! { <span class="lane__name"><span>{ head }</span>{ number }</span> }
}
