//! The page's icons, drawn on a 20 px grid in the colour of the text around them.

use yew::prelude::*;

fn icon(content: Html) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">{ content }</svg>
    }
}

fn filled(d: &'static str) -> Html {
    icon(html! { <path d={d} fill="currentColor" /> })
}

fn stroked(d: &'static str) -> Html {
    icon(html! {
        <path d={d} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
    })
}

pub fn play() -> Html {
    filled("M6 4.2c0-.8.9-1.3 1.6-.9l8 5.8c.6.4.6 1.3 0 1.8l-8 5.8c-.7.4-1.6 0-1.6-.9z")
}

pub fn pause() -> Html {
    filled(
        "M5 4.5c0-.6.4-1 1-1h2c.6 0 1 .4 1 1v11c0 .6-.4 1-1 1H6c-.6 0-1-.4-1-1zm6 0c0-.6.4-1 1-1h2c.6 0 1 .4 1 1v11c0 .6-.4 1-1 1h-2c-.6 0-1-.4-1-1z",
    )
}

pub fn stop() -> Html {
    filled("M5 6a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1z")
}

pub fn step_back() -> Html {
    filled(
        "M4 5a1 1 0 0 1 2 0v10a1 1 0 1 1-2 0zm11-.3c.7-.4 1.5.1 1.5.9v8.800c0 .8-.8 1.3-1.5.9L8 10.900c-.6-.4-.6-1.4 0-1.800z",
    )
}

pub fn step_forward() -> Html {
    filled(
        "M16 5a1 1 0 0 0-2 0v10a1 1 0 1 0 2 0zM5 4.700c-.7-.4-1.5.1-1.5.9v8.800c0 .8.8 1.3 1.5.9l7-4.400c.6-.4.6-1.4 0-1.800z",
    )
}

pub fn to_start() -> Html {
    stroked("M4.5 4.500v11M15.5 5 9 10l6.5 5M9 10h0")
}

pub fn to_end() -> Html {
    stroked("M15.5 4.500v11M4.5 5 11 10l-6.5 5M11 10h0")
}

pub fn share() -> Html {
    stroked(
        "M8.3 11.700a3 3 0 0 0 4.4 0l2.7-2.700a3.1 3.1 0 0 0-4.4-4.400l-1 1M11.7 8.300a3 3 0 0 0-4.4 0L4.6 11a3.1 3.1 0 0 0 4.4 4.400l1-1",
    )
}

pub fn theme() -> Html {
    icon(html! { <>
        <circle cx="10" cy="10" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
        <path d="M10 3.800a6.2 6.2 0 0 1 0 12.400z" fill="currentColor" />
    </> })
}

pub fn text_size() -> Html {
    stroked("M2.5 15 7 4.5 11.5 15M4 11.500h6M12.5 15l2.7-6.300L18 15M13.4 13h3.7")
}

pub fn zoom_in() -> Html {
    stroked("M10 5v10M5 10h10")
}

pub fn zoom_out() -> Html {
    stroked("M5 10h10")
}

pub fn zoom_fit() -> Html {
    stroked("M3.5 5v10M16.5 5v10M6 10h8M8 7.8 5.8 10 8 12.200M12 7.800l2.2 2.2-2.2 2.2")
}

pub fn close() -> Html {
    stroked("M5.5 5.500l9 9M14.5 5.500l-9 9")
}

pub fn chevron() -> Html {
    stroked("M6 8l4 4 4-4")
}

pub fn warning() -> Html {
    stroked("M10 3.5 17.5 16h-15zM10 8.500v3.500M10 14h0")
}

/// Two strands that pass over and under each other.
pub fn brand() -> Html {
    html! {
        <svg class="brand__mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
            <path class="brand__a" d="M2 9c6 0 6 10 12 10s6-10 12-10" />
            <path class="brand__gap" d="M6 16.500c2-3.7 3.5-7.5 8-7.5" />
            <path class="brand__b" d="M2 19c6 0 6-10 12-10" />
            <path class="brand__b" d="M14 9c1.8 0 3.1.9 4.1 2.200M20.8 15.400C22 17.5 23.4 19 26 19" />
        </svg>
    }
}
