//! The detector of data races: what it tells, and where it keeps silent.

use interleave_cli::run;
use interleave_sim::{RunSettings, StartError};

fn races(source: &str) -> Result<Vec<String>, StartError> {
    let settings = RunSettings { races: true, ..RunSettings::default() };
    let finished = run::run(source, "main.py", &settings, None, &mut |_| true)?;
    assert_eq!(finished.status, 0, "{:?}", finished.message);
    assert!(finished.trace.validate().is_ok());
    Ok(finished.races)
}

/// Two threads run `work`; `before` stands above it.
fn two(before: &str, work: &str) -> String {
    format!(
        "import threading, queue, time\n{before}\ndef work():\n    global x\n{work}\n\
         ts = [threading.Thread(target=work, name=f'T{{i}}') for i in (1, 2)]\n\
         for t in ts: t.start()\nfor t in ts: t.join()\nprint(x)\n"
    )
}

#[test]
fn a_shared_counter_without_a_lock() -> Result<(), StartError> {
    let found = races(&two("x = 0", "    for _ in range(3):\n        x += 1"))?;
    let text = found.join("\n");
    assert!(text.contains("data race on x: T1 "), "{text}");
    assert!(text.contains(" and T2 ") && text.contains("at line 6"), "{text}");
    assert!(text.contains("no lock, queue, event, start or join orders the two"), "{text}");
    assert!(text.contains("a plain `x += 1` loses nothing"), "{text}");
    Ok(())
}

#[test]
fn what_may_be_lost_depends_on_the_gil() -> Result<(), StartError> {
    let source = two("x = 0", "    for _ in range(3):\n        x += 1");
    let mut settings = RunSettings { races: true, ..RunSettings::default() };
    for (gil, words) in [("off", "Without a GIL an update"), ("2", "may change hands between reading and writing")] {
        settings.kernel.gil = gil.parse().unwrap_or_default();
        settings.kernel.switch_points = "every-instruction".parse().unwrap_or_default();
        let finished = run::run(&source, "main.py", &settings, None, &mut |_| true)?;
        let found = finished.races.join("\n");
        assert!(found.contains(words), "{gil}: {found}");
    }
    Ok(())
}

#[test]
fn attributes_items_and_shared_variables() -> Result<(), StartError> {
    let found = races(&two("class C: pass\nx = C()\nx.n = 0", "    x.n += 1"))?;
    assert!(found.iter().any(|race| race.contains("data race on x.n")), "{found:?}");
    let found = races(&two("x = [0, 0]", "    x[1] += 1"))?;
    assert!(found.iter().any(|race| race.contains("data race on x[1]")), "{found:?}");
    let found = races(&two("x = {'a': 0}", "    x['a'] += 1"))?;
    assert!(found.iter().any(|race| race.contains("data race on an item of x")), "{found:?}");
    let cells = "import threading\ndef main():\n    n = 0\n    def work():\n        nonlocal n\n        n += 1\n    \
                 ts = [threading.Thread(target=work) for _ in (1, 2)]\n    for t in ts: t.start()\n    for t in ts: \
                 t.join()\n    return n\nprint(main())\n";
    assert!(!races(cells)?.is_empty());
    Ok(())
}

#[test]
fn silent_where_something_orders() -> Result<(), StartError> {
    let programs = [
        two("x = 0\nlock = threading.Lock()", "    for _ in range(3):\n        with lock:\n            x += 1"),
        two("x = 0\nlock = threading.RLock()", "    with lock:\n        with lock:\n            x += 1"),
        two("x = 0\nc = threading.Condition()", "    with c:\n        x += 1\n        c.notify()"),
        two("x = 0\ns = threading.Semaphore(1)", "    with s:\n        x += 1"),
        // Each thread has its own slot, and everybody reads what was there before.
        two("x = [0] * 2\nstep = 5", "    x[int(threading.current_thread().name[1]) - 1] = step"),
        // A start and a join.
        "import threading\nx = 1\ndef work():\n    global x\n    x += 1\nfor _ in range(3):\n    \
         t = threading.Thread(target=work)\n    t.start()\n    t.join()\n    x += 1\nprint(x)\n"
            .to_owned(),
        // An event.
        "import threading\nx = 0\ne = threading.Event()\ndef work():\n    global x\n    x = 5\n    e.set()\n\
         t = threading.Thread(target=work)\nt.start()\ne.wait()\nprint(x)\nt.join()\n"
            .to_owned(),
        // What is handed over in a queue belongs to whoever has it.
        "import threading, queue\nfor q in (queue.Queue(), queue.SimpleQueue()):\n    def work():\n        \
         item = q.get()\n        item[0] += 1\n        done.put(item)\n    done = queue.Queue()\n    \
         t = threading.Thread(target=work)\n    t.start()\n    item = [1]\n    item[0] += 1\n    q.put(item)\n    \
         print(done.get()[0])\n    t.join()\n"
            .to_owned(),
        // A barrier, and a pool.
        "import threading\nx = [0, 0]\nb = threading.Barrier(2)\ndef work(i):\n    x[i] = 1\n    b.wait()\n    \
         print(x[1 - i])\nts = [threading.Thread(target=work, args=(i,)) for i in (0, 1)]\nfor t in ts: t.start()\n\
         for t in ts: t.join()\n"
            .to_owned(),
        "from concurrent.futures import ThreadPoolExecutor\nx = [0] * 4\ndef work(i):\n    x[i] += 1\n    return x[i]\n\
         with ThreadPoolExecutor(2) as pool:\n    for i in range(4):\n        x[i] = i\n        pool.submit(work, i)\n\
         print(x[0], x[3])\n"
            .to_owned(),
    ];
    for source in programs {
        let found = races(&source)?;
        assert!(found.is_empty(), "{found:?}\nin\n{source}");
    }
    Ok(())
}

#[test]
fn looking_changes_neither_output_nor_time() -> Result<(), StartError> {
    let source = two("x = 0", "    for i in range(2000):\n        x += i % 3");
    let mut out = [String::new(), String::new()];
    let mut ends = Vec::new();
    for (looking, out) in [false, true].into_iter().zip(&mut out) {
        let settings = RunSettings { races: looking, ..RunSettings::default() };
        let finished = run::run(&source, "main.py", &settings, None, &mut |output| {
            out.push_str(&output.text);
            true
        })?;
        ends.push(finished.trace.events.iter().last().map(|event| event.at_nanos));
    }
    assert_eq!(out.first(), out.last());
    assert_eq!(ends.first(), ends.last());
    Ok(())
}

/// Where accesses are watched, busy waits are executed turn by turn; elsewhere they are skipped.
#[test]
fn a_skipped_busy_wait_leaves_the_trace_of_an_executed_one() -> Result<(), StartError> {
    let source = "import threading, time\n\
        def work():\n    time.sleep(0.012)\n\
        def count():\n    for i in range(1000): pass\n\
        for job in (work, count):\n    threading.Thread(target=job).start()\n    while threading.active_count() != 1:\n        pass\n\
        event = threading.Event()\nthreading.Timer(0.011, event.set).start()\n\
        while not event.is_set():\n    continue\nprint(time.perf_counter())\n";
    for gil in ["3", "off"] {
        let mut hashes = Vec::new();
        for races in [false, true] {
            let mut settings = RunSettings { races, ..RunSettings::default() };
            settings.kernel.gil = gil.parse().unwrap_or_default();
            let finished = run::run(source, "main.py", &settings, None, &mut |_| true)?;
            assert_eq!(finished.races, Vec::<String>::new());
            hashes.push(finished.trace.hash());
        }
        assert_eq!(hashes.first(), hashes.last(), "GIL {gil}");
    }
    Ok(())
}
