//! The bundled programs: each is a tested program under `tests/programs`, with a title and what to look for.

use crate::strings::Language;

#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// The word in `?example=`.
    pub name: &'static str,
    pub source: &'static str,
    title: [&'static str; 2],
    look_for: [&'static str; 2],
}

impl Example {
    #[must_use]
    pub fn title(&self, language: Language) -> &'static str {
        in_language(&self.title, language)
    }

    /// One sentence on what to look for.
    #[must_use]
    pub fn look_for(&self, language: Language) -> &'static str {
        in_language(&self.look_for, language)
    }
}

fn in_language(pair: &[&'static str; 2], language: Language) -> &'static str {
    let [english, chinese] = pair;
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

macro_rules! source {
    ($name:literal) => {
        include_str!(concat!("../../../tests/programs/threads-demo/", $name, "/main.py"))
    };
}

/// In the order of the picker; the first is what a newcomer sees.
pub static EXAMPLES: [Example; 7] = [
    Example {
        name: "cpu-bound",
        source: source!("cpu-bound"),
        title: ["CPU-bound threads", "计算密集型线程"],
        look_for: [
            "Two cores, yet only the thread that holds the GIL computes: watch it change hands.",
            "虽有两个核心，只有持有 GIL 的线程在计算：看它如何易手。",
        ],
    },
    Example {
        name: "io-bound",
        source: source!("io-bound"),
        title: ["I/O-bound threads", "I/O 密集型线程"],
        look_for: [
            "Waiting needs no GIL: four requests take as long as the slowest one.",
            "等待不需要 GIL：四个请求的总耗时等于最慢的那个。",
        ],
    },
    Example {
        name: "race-without-lock",
        source: source!("race-without-lock"),
        title: ["A race on a counter", "计数器上的竞争"],
        look_for: [
            "Both tellers read the same balance before either writes: deposits get lost.",
            "两个出纳在写回之前读到相同的余额：存款丢失了。",
        ],
    },
    Example {
        name: "race-with-lock",
        source: source!("race-with-lock"),
        title: ["The race, with a lock", "加锁之后"],
        look_for: [
            "Only one teller is between read and write at a time: nothing is lost, but they queue.",
            "读与写之间每次只有一个出纳：没有丢失，但要排队。",
        ],
    },
    Example {
        name: "daemon",
        source: source!("daemon"),
        title: ["A daemon thread", "守护线程"],
        look_for: [
            "Python waits for the report, then cuts the heartbeat off in mid-sleep.",
            "Python 等报告线程写完，然后在心跳线程睡眠途中将其终止。",
        ],
    },
    Example {
        name: "producer-consumer",
        source: source!("producer-consumer"),
        title: ["Producer and consumers", "生产者与消费者"],
        look_for: [
            "The baker fills the shelf faster than one customer can empty it: see both share the work.",
            "面包师上架的速度超过一位顾客：看两位顾客如何分担。",
        ],
    },
    Example {
        name: "deadlock",
        source: source!("deadlock"),
        title: ["A deadlock", "死锁"],
        look_for: [
            "Each thread holds one lock and waits for the other: nothing can ever move again.",
            "每个线程持有一把锁并等待另一把：从此再也无法前进。",
        ],
    },
];

/// The program a newcomer sees.
#[must_use]
pub fn first() -> &'static Example {
    let [first, ..] = &EXAMPLES;
    first
}

#[must_use]
pub fn by_name(name: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.name == name)
}

/// The example whose text this is, if it has not been edited.
#[must_use]
pub fn by_source(source: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.source == source)
}

#[cfg(test)]
mod tests {
    use interleave_protocol::{LinkState, link};

    use super::*;

    #[test]
    fn each_fits_a_forty_line_link() {
        for example in &EXAMPLES {
            let fragment = link::encode(&LinkState { code: example.source.to_owned(), ..LinkState::default() });
            assert!(example.source.lines().count() <= 40 && fragment.len() <= 2048, "{}", example.name);
        }
    }

    #[test]
    fn each_can_be_found_by_name_and_by_text() {
        for example in &EXAMPLES {
            assert_eq!(by_name(example.name), Some(example));
            assert_eq!(by_source(example.source), Some(example));
        }
        assert_eq!(by_name("no such"), None);
    }
}
