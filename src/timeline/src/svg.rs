//! A display list as an SVG file, with the light palette.
//!
//! Patterns become `<pattern>` elements, clips nested groups. Every text of the trace is escaped: a thread may be called
//! `</svg>`.

use std::fmt::Write;

use interleave_trace::{Category, LinkKind};

use crate::list::{DisplayList, Mark, Op, Paint, Pattern, TextAlign};

/// Fill colours of lanes in the light theme: told apart by most readers with a colour vision deficiency, dark enough for
/// a white background, light enough for dark ink.
pub const LIGHT_LANES: [&str; 12] = [
    "#7cb5f2", "#f5b56b", "#84d09a", "#d79be6", "#f28e8e", "#6fd0cf", "#d3c25f", "#a8a5f0", "#e7a0c0", "#a9c46c",
    "#8fbcc9", "#cfae91",
];

/// The light theme's colour of a paint, as CSS.
#[must_use]
pub fn light(paint: Paint) -> &'static str {
    match paint {
        Paint::Background => "#ffffff",
        Paint::Panel => "#f1f3f6",
        Paint::Stripe => "#f8f9fb",
        Paint::Grid => "#e4e8ed",
        Paint::GridStrong => "#b6bec9",
        Paint::Text => "#1b2430",
        Paint::TextMuted => "#5c6775",
        Paint::Ink => "#16202c",
        Paint::State(category) => match category {
            Category::Running => "#84d09a",
            Category::Runnable => "#d9dee5",
            Category::Gil => "#f8d978",
            Category::Lock => "#f5a79b",
            Category::Queue => "#f3c3a0",
            Category::Signal => "#e3b9e8",
            Category::Join => "#d5d0ee",
            Category::Sleep => "#cfe0f1",
            Category::Io => "#bfe6e0",
        },
        Paint::Lane(n) => LIGHT_LANES.get(usize::from(n)).copied().unwrap_or("#9aa5b1"),
        Paint::Accent => "#d6336c",
        Paint::Veil => "rgba(255,255,255,0.62)",
        Paint::Hover => "rgba(33,90,180,0.06)",
        Paint::Selection => "rgba(33,90,180,0.12)",
        Paint::Link(kind) => match kind {
            LinkKind::Spawn => "#2b8a3e",
            LinkKind::Join => "#5f3dc4",
            LinkKind::Wake => "#1971c2",
            LinkKind::HandOver => "#c77700",
            LinkKind::Message => "#0b7285",
        },
        Paint::Danger => "#c92a2a",
        Paint::Output => "#0b7285",
    }
}

/// The list as a stand-alone SVG document.
#[must_use]
pub fn to_svg(list: &DisplayList) -> String {
    let (w, h) = (list.width_px, list.height_px);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"system-ui, sans-serif\">\n"
    );
    out.push_str(PATTERNS);
    let mut clips = 0;
    let mut open = 0u32;
    for op in &list.ops {
        // Writing to a string cannot fail.
        let _ = write_op(&mut out, list, op, &mut clips, &mut open);
    }
    for _ in 0..open {
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

const PATTERNS: &str = concat!(
    "<defs stroke=\"#16202c\" stroke-opacity=\"0.42\" fill=\"none\">\n",
    "<pattern id=\"diagonal\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">",
    "<path d=\"M-1 1 1 -1M0 6 6 0M5 7 7 5\"/></pattern>\n",
    "<pattern id=\"cross\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">",
    "<path d=\"M0 0 6 6M0 6 6 0\"/></pattern>\n",
    "<pattern id=\"dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">",
    "<circle cx=\"2.5\" cy=\"2.5\" r=\"1\" fill=\"#16202c\" fill-opacity=\"0.42\" stroke=\"none\"/></pattern>\n",
    "<pattern id=\"sparse\" width=\"10\" height=\"7\" patternUnits=\"userSpaceOnUse\">",
    "<circle cx=\"3\" cy=\"3.5\" r=\"0.9\" fill=\"#16202c\" fill-opacity=\"0.42\" stroke=\"none\"/></pattern>\n",
    "<pattern id=\"horizontal\" width=\"8\" height=\"4\" patternUnits=\"userSpaceOnUse\">",
    "<path d=\"M0 2H8\" stroke-opacity=\"0.3\"/></pattern>\n",
    "<pattern id=\"vertical\" width=\"4\" height=\"8\" patternUnits=\"userSpaceOnUse\">",
    "<path d=\"M2 0V8\" stroke-opacity=\"0.3\"/></pattern>\n",
    "<pattern id=\"dashes\" width=\"8\" height=\"6\" patternUnits=\"userSpaceOnUse\">",
    "<path d=\"M0 1.5H4M4 4.5H8\"/></pattern>\n",
    "</defs>\n",
);

fn pattern_id(pattern: Pattern) -> Option<&'static str> {
    Some(match pattern {
        Pattern::DiagonalHatch => "diagonal",
        Pattern::CrossHatch => "cross",
        Pattern::Dots => "dots",
        Pattern::SparseDots => "sparse",
        Pattern::HorizontalLines => "horizontal",
        Pattern::VerticalLines => "vertical",
        Pattern::Dashes => "dashes",
        Pattern::Outline => return None,
    })
}

fn write_op(
    out: &mut String,
    list: &DisplayList,
    op: &Op,
    clips: &mut u32,
    open: &mut u32,
) -> Result<(), std::fmt::Error> {
    match *op {
        Op::Rect { x, y, w, h, radius, fill, pattern, alpha } => {
            let shape = format!("x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\" rx=\"{radius:.1}\"");
            let colour = light(fill);
            if pattern == Some(Pattern::Outline) {
                let (x, y, w, h) = (x + 0.5, y + 0.5, (w - 1.0).max(0.2), (h - 1.0).max(0.2));
                let fill = light(Paint::Background);
                return writeln!(
                    out,
                    "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\" rx=\"{radius:.1}\" \
                     fill=\"{fill}\" stroke=\"{}\" opacity=\"{alpha:.2}\"/>",
                    light(Paint::GridStrong)
                );
            }
            writeln!(out, "<rect {shape} fill=\"{colour}\" opacity=\"{alpha:.2}\"/>")?;
            if let Some(id) = pattern.and_then(pattern_id) {
                writeln!(out, "<rect {shape} fill=\"url(#{id})\" opacity=\"{alpha:.2}\"/>")?;
            }
            Ok(())
        }
        Op::Frame { x, y, w, h, radius, stroke, width, dashed, alpha } => writeln!(
            out,
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\" rx=\"{radius:.1}\" fill=\"none\" \
             stroke=\"{}\" stroke-width=\"{width:.1}\"{} opacity=\"{alpha:.2}\"/>",
            light(stroke),
            dash(dashed)
        ),
        Op::Line { x0, y0, x1, y1, width, stroke, dashed } => writeln!(
            out,
            "<path d=\"M{x0:.2} {y0:.2}L{x1:.2} {y1:.2}\" stroke=\"{}\" stroke-width=\"{width:.1}\"{}/>",
            light(stroke),
            dash(dashed)
        ),
        Op::Arrow { x0, y0, x1, y1, stroke, alpha } => {
            let [c0, c1] = arrow_controls(x0, y0, x1, y1);
            let colour = light(stroke);
            let (ax, ay) = (x1 - c1.0, y1 - c1.1);
            let length = ax.hypot(ay).max(0.01);
            let (ux, uy) = (ax / length, ay / length);
            let (bx, by) = (x1 - ux * 6.0, y1 - uy * 6.0);
            writeln!(
                out,
                "<g opacity=\"{alpha:.2}\"><path d=\"M{x0:.2} {y0:.2}C{:.2} {:.2} {:.2} {:.2} {bx:.2} {by:.2}\" fill=\"none\" \
                 stroke=\"{colour}\" stroke-width=\"1.4\"/><path d=\"M{x1:.2} {y1:.2}L{:.2} {:.2}L{:.2} {:.2}Z\" \
                 fill=\"{colour}\"/></g>",
                c0.0,
                c0.1,
                c1.0,
                c1.1,
                bx - uy * 3.2,
                by + ux * 3.2,
                bx + uy * 3.2,
                by - ux * 3.2,
            )
        }
        Op::Text { x, y, align, style, paint, alpha, .. } => {
            let anchor = match align {
                TextAlign::Left => "start",
                TextAlign::Centre => "middle",
                TextAlign::Right => "end",
            };
            let weight = if style.is_bold() { " font-weight=\"600\"" } else { "" };
            write!(
                out,
                "<text x=\"{x:.2}\" y=\"{y:.2}\" dy=\"0.35em\" font-size=\"{}\" text-anchor=\"{anchor}\"{weight} \
                 fill=\"{}\" opacity=\"{alpha:.2}\">",
                style.size_px(),
                light(paint)
            )?;
            escape(out, list.text(op));
            out.write_str("</text>\n")
        }
        Op::Marker { x, y, mark, paint, alpha } => {
            let colour = light(paint);
            let shape = match mark {
                Mark::Output => "<circle r=\"2.6\"/>",
                Mark::Request => "<path d=\"M0 -5 5 0 0 5 -5 0Z\"/>",
                Mark::Fail | Mark::Uncaught => "<path d=\"M-4 -4 4 4M-4 4 4 -4\" stroke-width=\"2\"/>",
                Mark::Note => "<path d=\"M-3 -4H3V1L0 5 -3 1Z\"/>",
                Mark::Deadlock => "<path d=\"M0 -6 6 5H-6Z\"/>",
                Mark::End => "<path d=\"M0 -6V6\" stroke-width=\"2.5\"/>",
                Mark::Cut => "<path d=\"M-2 -7 2 -2 -2 2 2 7\" fill=\"none\" stroke-width=\"2\"/>",
                Mark::Playhead => "<path d=\"M-6 -6H6V1L0 7 -6 1Z\"/>",
                Mark::Token => "<circle r=\"4\"/>",
            };
            writeln!(
                out,
                "<g transform=\"translate({x:.2} {y:.2})\" fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0\" \
                 opacity=\"{alpha:.2}\">{shape}</g>"
            )
        }
        Op::Clip { x, y, w, h } => {
            *clips += 1;
            *open += 1;
            writeln!(
                out,
                "<clipPath id=\"clip{clips}\"><rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\"/>\
                 </clipPath><g clip-path=\"url(#clip{clips})\">"
            )
        }
        Op::Unclip => {
            if *open == 0 {
                return Ok(());
            }
            *open -= 1;
            writeln!(out, "</g>")
        }
    }
}

fn dash(dashed: bool) -> &'static str {
    if dashed { " stroke-dasharray=\"4 3\"" } else { "" }
}

/// Control points of an arrow's curve: it leaves downwards (or upwards) and bows to the right, so that one between two
/// lanes at nearly the same time can be seen. The painter of the page uses the same ones.
#[must_use]
pub fn arrow_controls(x0: f32, y0: f32, x1: f32, y1: f32) -> [(f32, f32); 2] {
    let dy = y1 - y0;
    let bow = (dy.abs() * 0.35).clamp(8.0, 40.0);
    let room = (x1 - x0).abs();
    if room > 24.0 {
        return [(x0 + room * 0.5, y0), (x1 - room * 0.5, y1)];
    }
    [(x0 + bow, y0 + dy * 0.2), (x1 + bow, y1 - dy * 0.2)]
}

fn escape(out: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no control characters but these, and no non-characters.
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
