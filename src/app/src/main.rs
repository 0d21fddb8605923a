//! The page's wasm module; see the library.

fn main() {
    interleave_app::start_page();
}
