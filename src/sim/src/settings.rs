//! What a run is started with.

use serde::{Deserialize, Serialize};

/// Everything but the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunSettings {
    pub kernel: interleave_kernel::Settings,
    /// Look for data races: slow, and the trace tells what was found.
    pub races: bool,
    /// The interpreter's own limits.
    pub guest: interleave_python::process::Limits,
    /// What the program reads from standard input.
    pub stdin: String,
    /// `sys.argv[1:]`.
    pub argv: Vec<String>,
    /// Other modules the program may import: name and source.
    pub sibling_modules: Vec<(String, String)>,
}
