//! The classic measurements: the same work one after the other, in threads, in processes, in coroutines; pools of several
//! sizes; what things cost. Each is a Python program that runs live and prints the seconds that its work took.

use super::words::LiveWords;

/// What can be measured with one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    Cpu,
    Io,
    Native,
    Pool,
    Costs,
}

impl Suite {
    pub const ALL: [Self; 5] = [Self::Cpu, Self::Io, Self::Native, Self::Pool, Self::Costs];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Cpu => "cpu",
            Self::Io => "io",
            Self::Native => "native",
            Self::Pool => "pool",
            Self::Costs => "costs",
        }
    }

    #[must_use]
    pub fn name(self, words: &'static LiveWords) -> &'static str {
        match self {
            Self::Cpu => words.measure_cpu,
            Self::Io => words.measure_io,
            Self::Native => words.measure_busy,
            Self::Pool => words.measure_pool,
            Self::Costs => words.measure_costs,
        }
    }
}

/// One bar of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub source: String,
    /// Ideal time as a share of the first bar's; none where there is no ideal.
    pub ideal: Option<f64>,
    pub warm: bool,
    pub result: Option<Result<f64, String>>,
}

const PARTS: usize = 4;
const CPU: &str =
    "def work(n=0):\n    total = 0\n    for i in range(400_000):\n        total += i * i\n    return total\n";
const IO: &str = "import time\ndef work(n=0):\n    time.sleep(0.25)\n";
const NATIVE: &str = "import interleave\ndef work(n=0):\n    interleave.busy(250)\n";
const IO_COROUTINE: &str = "async def coroutine():\n    await asyncio.sleep(0.25)\n";
const COROUTINE: &str = "async def coroutine():\n    work()\n";

fn one_by_one(work: &str, parts: usize) -> String {
    format!(
        "import time\n{work}begin = time.perf_counter()\nfor n in range({parts}):\n    work(n)\nprint(time.perf_counter() - begin)\n"
    )
}

fn threads(work: &str, parts: usize) -> String {
    format!(
        "import threading, time\n{work}begin = time.perf_counter()\nall = [threading.Thread(target=work) for n in range({parts})]\n\
         for thread in all: thread.start()\nfor thread in all: thread.join()\nprint(time.perf_counter() - begin)\n"
    )
}

fn processes(work: &str, parts: usize) -> String {
    format!(
        "import multiprocessing, time\n{work}if __name__ == '__main__':\n    begin = time.perf_counter()\n    \
         all = [multiprocessing.Process(target=work) for n in range({parts})]\n    for process in all: process.start()\n    \
         for process in all: process.join()\n    print(time.perf_counter() - begin)\n"
    )
}

fn coroutines(work: &str, coroutine: &str, parts: usize) -> String {
    format!(
        "import asyncio, time\n{work}{coroutine}async def main():\n    await asyncio.gather(*[coroutine() for n in range({parts})])\n\
         begin = time.perf_counter()\nasyncio.run(main())\nprint(time.perf_counter() - begin)\n"
    )
}

fn pool(size: usize, parts: usize) -> String {
    format!(
        "import multiprocessing, time\n{CPU}if __name__ == '__main__':\n    begin = time.perf_counter()\n    \
         with multiprocessing.Pool({size}) as pool:\n        pool.map(work, range({parts}), chunksize=1)\n    print(time.perf_counter() - begin)\n"
    )
}

/// Programs that print what one of something costs, in seconds.
const START: &str = "import multiprocessing, time\ndef work(): pass\nif __name__ == '__main__':\n    took = []\n    for n in range(5):\n        begin = time.perf_counter()\n        process = multiprocessing.Process(target=work)\n        process.start()\n        process.join()\n        took.append(time.perf_counter() - begin)\n        time.sleep(0.4)\n    print(sorted(took)[2])\n";
const MESSAGE: &str = "import multiprocessing, time\ndef echo(end):\n    while (item := end.recv()) is not None:\n        end.send(item)\nif __name__ == '__main__':\n    mine, other = multiprocessing.Pipe()\n    process = multiprocessing.Process(target=echo, args=(other,))\n    process.start()\n    mine.send(1)\n    mine.recv()\n    begin = time.perf_counter()\n    for n in range(100):\n        mine.send(n)\n        mine.recv()\n    print((time.perf_counter() - begin) / 100)\n    mine.send(None)\n    process.join()\n";
const QUEUE: &str = "import multiprocessing, time\ndef make(queue):\n    for n in range(300):\n        queue.put(n)\nif __name__ == '__main__':\n    queue = multiprocessing.Queue()\n    process = multiprocessing.Process(target=make, args=(queue,))\n    process.start()\n    queue.get()\n    begin = time.perf_counter()\n    for n in range(299):\n        queue.get()\n    print((time.perf_counter() - begin) / 299)\n    process.join()\n";
const LOCK: &str = "import threading, time\nping, pong = threading.Semaphore(0), threading.Semaphore(0)\ndef other():\n    for n in range(500):\n        ping.acquire()\n        pong.release()\nthread = threading.Thread(target=other)\nthread.start()\nbegin = time.perf_counter()\nfor n in range(500):\n    ping.release()\n    pong.acquire()\nprint((time.perf_counter() - begin) / 1000)\nthread.join()\n";
const TASK: &str = "import asyncio, time\nasync def turns():\n    for n in range(1000):\n        await asyncio.sleep(0)\nasync def main():\n    begin = time.perf_counter()\n    await asyncio.gather(turns(), turns())\n    print((time.perf_counter() - begin) / 2000)\nasyncio.run(main())\n";

/// The bars of a suite on a machine with so many hardware threads.
#[must_use]
pub fn bars(suite: Suite, hardware: u32, isolated: bool, words: &'static LiveWords) -> Vec<Bar> {
    let bar = |label: &str, source: String, ideal: Option<f64>| Bar {
        label: label.to_owned(),
        source,
        ideal,
        warm: true,
        result: None,
    };
    let parallel = 1.0 / (hardware.max(1) as usize).min(PARTS) as f64;
    let all = |work: &str, coroutine: &str, ideals: [f64; 3]| {
        vec![
            bar(words.one_by_one, one_by_one(work, PARTS), Some(1.0)),
            bar(words.with_threads, threads(work, PARTS), Some(ideals[0])),
            bar(words.with_processes, processes(work, PARTS), Some(ideals[1])),
            bar(words.with_coroutines, coroutines(work, coroutine, PARTS), Some(ideals[2])),
        ]
    };
    match suite {
        Suite::Cpu => all(CPU, COROUTINE, [1.0, parallel, 1.0]),
        Suite::Io => all(IO, IO_COROUTINE, [1.0 / PARTS as f64; 3]),
        Suite::Native => all(NATIVE, COROUTINE, [if isolated { parallel } else { 1.0 }, parallel, 1.0]),
        Suite::Pool => {
            let ideal = |size: usize| 1.0 / size.min(hardware.max(1) as usize) as f64;
            let size = |size: usize| {
                let label = interleave_timeline::fill(words.pool_of, &[("count", &size.to_string())]);
                bar(&label, pool(size, 2 * PARTS), Some(ideal(size)))
            };
            [1, 2, 4, 8].map(size).into()
        }
        Suite::Costs => {
            let cost = |label: &str, source: &str| bar(label, source.to_owned(), None);
            let cold = Bar { warm: false, ..cost(words.cost_cold, START) };
            vec![
                cold,
                cost(words.cost_warm, START),
                cost(words.cost_message, MESSAGE),
                cost(words.cost_queue, QUEUE),
                cost(words.cost_lock, LOCK),
                cost(words.cost_task, TASK),
            ]
        }
    }
}

/// The seconds that a program printed last.
#[must_use]
pub fn seconds(printed: &str) -> Option<f64> {
    printed.trim_end().lines().next_back()?.trim().parse().ok().filter(|seconds: &f64| *seconds >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Language;

    #[test]
    fn the_last_line_is_the_result() {
        assert_eq!(seconds("hello\n0.25\n"), Some(0.25));
        assert_eq!(seconds(""), None);
        assert_eq!(seconds("Traceback\nValueError: x\n"), None);
    }

    #[test]
    fn the_first_bar_is_what_the_others_are_compared_with() {
        for suite in [Suite::Cpu, Suite::Io, Suite::Native, Suite::Pool] {
            let bars = bars(suite, 2, true, super::super::words::words(Language::English));
            assert_eq!(bars.first().and_then(|bar| bar.ideal), Some(1.0), "{suite:?}");
            assert_eq!(bars.len(), 4);
        }
    }
}
