//! The dependency table of the design, checked against what cargo resolved; and the licences.
//!
//! Keeps true: a crate of ours may use exactly the crates named in its row; only `engine` and `app` name the
//! browser's crates and only `python` names the parser's; every crate from outside has a licence that `deny.toml`
//! allows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::files;
use crate::process::output;

const PREFIX: &str = "interleave-";

/// A row per crate: what it may use of ours, in normal dependencies.
const TABLE: [(&str, &[&str]); 12] = [
    ("trace", &[]),
    ("python", &[]),
    ("kernel", &["trace"]),
    ("sim", &["python", "kernel", "trace"]),
    ("explore", &["sim", "python", "kernel", "trace"]),
    ("live", &["python", "trace"]),
    ("timeline", &["trace"]),
    ("protocol", &["trace"]),
    ("engine", &["sim", "explore", "live", "python", "kernel", "trace", "timeline", "protocol"]),
    ("app", &["timeline", "protocol", "trace"]),
    ("cli", &["sim", "explore", "live", "python", "kernel", "trace", "timeline", "protocol"]),
    ("xtask", &[]),
];

/// Who may name crates that begin like this.
const RESERVED: [(&str, &[&str]); 6] = [
    ("wasm-bindgen", &["engine", "app"]),
    ("js-sys", &["engine", "app"]),
    ("web-sys", &["engine", "app"]),
    ("gloo", &["engine", "app"]),
    ("yew", &["app"]),
    ("ruff_", &["python"]),
];

pub fn check(root: &Path) -> Result<()> {
    let mut metadata = Command::new("cargo");
    metadata.args(["metadata", "--format-version", "1", "--locked"]).current_dir(root);
    let text = output(&mut metadata, "`cargo metadata` (is Cargo.lock up to date?)")?;
    let metadata: Value = serde_json::from_str(&text).context("`cargo metadata` printed something that is not JSON")?;
    let mut wrong = table_faults(&metadata)?;
    wrong.extend(licence_faults(&metadata, &allowed_licences(root)?));
    if !wrong.is_empty() {
        bail!("The dependencies break the table of src/ARCHITECTURE.md:\n  {}", wrong.join("\n  "));
    }
    println!("  the dependencies keep to the table, their licences to the list");
    Ok(())
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata.get("packages").and_then(Value::as_array).into_iter().flatten()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn table_faults(metadata: &Value) -> Result<Vec<String>> {
    let table: BTreeMap<&str, &[&str]> = TABLE.into_iter().collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for package in packages(metadata) {
        let Some(ours) = text(package, "name").strip_prefix(PREFIX) else { continue };
        seen += 1;
        let Some(row) = table.get(ours) else {
            wrong.push(format!("{ours}: a crate without a row in src/xtask/src/deps.rs"));
            continue;
        };
        for dependency in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            let name = text(dependency, "name");
            // Tests may join crates that the product keeps apart.
            let in_tests = text(dependency, "kind") == "dev";
            if let Some(other) = name.strip_prefix(PREFIX)
                && !in_tests
                && !row.contains(&other)
            {
                wrong.push(format!("{ours} must not use {other}"));
            }
            for (reserved, who) in RESERVED {
                if name.starts_with(reserved) && !who.contains(&ours) {
                    wrong.push(format!("{ours} must not name {name}; only {} may", who.join(" and ")));
                }
            }
        }
    }
    if seen == 0 {
        bail!("`cargo metadata` names none of our crates: the check would mean nothing.");
    }
    Ok(wrong)
}

fn allowed_licences(root: &Path) -> Result<BTreeSet<String>> {
    let deny: toml_edit::DocumentMut =
        files::read_text(&root.join("deny.toml"))?.parse().context("deny.toml is not TOML")?;
    let list = deny.get("licenses").and_then(|table| table.get("allow")).and_then(|item| item.as_array());
    let list = list.context("deny.toml has no list `licenses.allow`")?;
    Ok(list.iter().filter_map(|item| item.as_str()).map(str::to_owned).collect())
}

fn licence_faults(metadata: &Value, allowed: &BTreeSet<String>) -> Vec<String> {
    packages(metadata)
        .filter(|package| !package.get("source").is_none_or(Value::is_null))
        .filter(|package| !licence_allowed(text(package, "license"), allowed))
        .map(|package| {
            format!(
                "{} {} has the licence `{}`, which deny.toml does not allow",
                text(package, "name"),
                text(package, "version"),
                text(package, "license")
            )
        })
        .collect()
}

/// Whether an SPDX expression can be met: one side of an OR, both sides of an AND. AND binds closer.
fn licence_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.trim();
    if let Some((left, right)) = split_outside(expression, " OR ").or_else(|| expression.split_once('/')) {
        return licence_allowed(left, allowed) || licence_allowed(right, allowed);
    }
    if let Some((left, right)) = split_outside(expression, " AND ") {
        return licence_allowed(left, allowed) && licence_allowed(right, allowed);
    }
    if let Some(inner) = expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return licence_allowed(inner, allowed);
    }
    allowed.contains(expression)
}

/// Splits at the first separator that stands outside parentheses.
fn split_outside<'t>(text: &'t str, separator: &str) -> Option<(&'t str, &'t str)> {
    text.match_indices(separator).find_map(|(at, _)| {
        let (left, right) = text.split_at(at);
        let depth = left.matches('(').count() == left.matches(')').count();
        depth.then(|| (left, right.strip_prefix(separator).unwrap_or(right)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(name: &str, dependency: Value) -> Vec<String> {
        table_faults(&json!({"packages": [{"name": name, "dependencies": [dependency]}]})).unwrap()
    }

    #[test]
    fn the_table_is_enforced() {
        assert!(faults("interleave-sim", json!({"name": "interleave-kernel"})).is_empty());
        assert_eq!(faults("interleave-kernel", json!({"name": "interleave-python"})), ["kernel must not use python"]);
        assert!(faults("interleave-kernel", json!({"name": "interleave-python", "kind": "dev"})).is_empty());
        assert_eq!(faults("interleave-app", json!({"name": "interleave-python"})), ["app must not use python"]);
        assert_eq!(faults("interleave-sim", json!({"name": "ruff_text_size"})).len(), 1);
        assert_eq!(faults("interleave-timeline", json!({"name": "web-sys"})).len(), 1);
        assert_eq!(faults("interleave-new", json!({"name": "serde"})).len(), 1);
    }

    #[test]
    fn licences_are_read_as_spdx_does() {
        let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].into_iter().map(str::to_owned).collect();
        for good in ["MIT", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT/GPL-2.0"] {
            assert!(licence_allowed(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0"] {
            assert!(!licence_allowed(bad, &allowed), "{bad}");
        }
    }
}
