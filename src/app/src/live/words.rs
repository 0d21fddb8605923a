//! Every word of the dialogs that the first load does without, in English and Chinese.

use crate::strings::{Language, Words};

macro_rules! table {
    ($($key:ident : $english:literal, $chinese:literal;)*) => {
        #[derive(Debug, PartialEq, Eq)]
        pub struct LiveWords {
            /// Those of the page.
            pub page: &'static Words,
            $(pub $key: &'static str,)*
        }
        static ENGLISH: LiveWords = LiveWords { page: Language::English.words(), $($key: $english,)* };
        static CHINESE: LiveWords = LiveWords { page: Language::Chinese.words(), $($key: $chinese,)* };
        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($key), $english, $chinese),)*];
    };
}

#[must_use]
pub const fn words(language: Language) -> &'static LiveWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

table! {
    sweep_title: "One program, many values", "同一程序，多个取值";
    sweep_vary: "What to vary", "改变哪个数";
    sweep_values: "Values: 1..64, or 1,2,4,8", "取值：1..64 或 1,2,4,8";
    sweep_cancel: "Cancel", "取消";
    sweep_bad_values: "Values look like 1..64, 1..64:3 or 1,2,4,8; 256 at most.", "取值的写法是 1..64、1..64:3 或 1,2,4,8；最多 256 个。";
    sweep_wall: "Wall time", "总用时";
    sweep_speed_up: "Speed-up", "加速比";
    sweep_busy: "Busy cores", "忙碌的核";
    compare_title: "The same program under other settings", "同一程序，不同设置";
    compare_as_set: "As set", "当前设置";
    compare_waits: "waits for its turn…", "等待运行…";
    compare_factor: "{factor}× as fast as set", "速度为当前设置的 {factor} 倍";
    title: "Live: this program, for real", "实测：真实运行此程序";
    again: "Run again", "再次运行";
    starting: "Starting a Web Worker…", "正在启动 Web Worker…";
    running: "Runs for real · {time}", "真实运行中 · {time}";
    paused: "Paused at its switch points · {time}", "已在切换点暂停 · {time}";
    predicting: "Measured. Predicting for comparison…", "测量完成，正在生成预测…";
    ended: "Ended with status {status} · {time}", "已结束，状态 {status} · {time}";
    stopped: "Stopped · {time}", "已停止 · {time}";
    facts: "This browser reports {threads} hardware threads.", "浏览器报告有 {threads} 个硬件线程。";
    isolated: "Threads are wasm threads over shared memory, contending for a real GIL; bytecode runs one thread at a time. Free-threaded running is predicted only: the interpreter's heap has no locks of its own.", "线程是共享内存上的 wasm 线程，竞争真实的 GIL；同一时刻只有一个线程执行字节码。自由线程只能预测：解释器的堆没有自己的锁。";
    in_turns: "Threads take turns on their process's Web Worker, 5 ms at a time.", "线程在其进程的 Web Worker 上轮流运行，每次 5 毫秒。";
    not_isolated: "The page is not cross-origin isolated: a server that sends the headers COOP: same-origin and COEP: require-corp would change that.", "页面未跨源隔离：服务器发送 COOP: same-origin 和 COEP: require-corp 头即可改变。";
    no_engine: "This build has no engine for wasm threads.", "此版本没有 wasm 线程引擎。";
    fetched: "Requests to this page's own address were real ones; to all others, the simulated network answered in real time.", "发往本页面自身地址的请求是真实请求；发往其他地址的由模拟网络实时应答。";
    simulated_net: "The simulated network answered, in real time; only requests to this page's own address would be real.", "由模拟网络实时应答；只有发往本页面自身地址的请求才是真实请求。";
    predicted: "Predicted", "预测";
    measured: "Measured", "实测";
    predicted_with: "{cores} cores, {profile}", "{cores} 个核心，{profile}";
    comes: "comes when the program has ended", "程序结束后生成";
    differences: "Differences", "差异";
    what: "What", "项目";
    error: "Model error", "模型误差";
    wall: "Wall time", "总时间";
    cpu: "CPU time", "CPU 时间";
    cpu_share: "CPU share", "CPU 占比";
    processes: "Processes", "进程数";
    threads: "Threads", "线程数";
    tasks: "Tasks", "任务数";
    switches: "Thread switches", "线程切换";
    handovers: "GIL requests", "GIL 请求";
    messages: "Messages", "消息数";
    output: "Output", "输出";
    same_output: "The same text as predicted.", "与预测的文本相同。";
    same_lines: "The same lines as predicted, in another order.", "与预测的行相同，但顺序不同。";
    other_output: "Not the text that was predicted.", "与预测的文本不同。";
    no_output: "The program printed nothing.", "程序没有输出。";
    on: "on {carrier}", "在 {carrier} 上";
    loop_of: "event loop of {carrier}", "{carrier} 的事件循环";
    carriers: "{count} carriers", "{count} 个载体";
    ran_on: "Ran on: {carriers}", "运行于：{carriers}";
    warm: "Keep idle workers ready", "保留待命的 Worker";
    warm_hint: "A process then starts on a worker that has loaded already; off, its lane shows the cold start", "进程在已加载的 Worker 上启动；关闭后可看到冷启动";
    wasm_threads: "Wasm threads", "wasm 线程";
    wasm_threads_hint: "A wasm thread for every Python thread; off, they take turns on one worker", "每个 Python 线程一个 wasm 线程；关闭则在一个 Worker 上轮流运行";
    measurements: "Measure this machine", "测量此机器";
    measure_note: "Each bar is a real run on this machine, one after the other. The line is the ideal.", "每一条都是在此机器上依次进行的真实运行，竖线为理想值。";
    measure_cpu: "CPU-bound", "CPU 密集";
    measure_io: "I/O-bound", "I/O 密集";
    measure_busy: "Native code", "原生代码";
    measure_pool: "Pool size", "进程池大小";
    measure_costs: "Costs", "开销";
    one_by_one: "one by one", "依次";
    with_threads: "threads", "线程";
    with_processes: "processes", "进程";
    with_coroutines: "coroutines", "协程";
    pool_of: "pool of {count}", "{count} 个进程的池";
    speed_up: "{factor}×", "{factor} 倍";
    cost_cold: "Start of a process, cold worker", "启动进程，冷 Worker";
    cost_warm: "Start of a process, warm worker", "启动进程，热 Worker";
    cost_message: "Round trip of a message between processes", "进程间消息往返";
    cost_queue: "Item through a queue between processes", "进程间队列传递一项";
    cost_lock: "Hand-over between threads (a lock, and the GIL)", "线程间交接（锁与 GIL）";
    cost_task: "Switch between tasks", "任务切换";
    calibrate: "Calibrate predictions", "校准预测";
    calibrate_hint: "Measures this browser for some three seconds and scales the predictions to it (speeds: this-browser)", "用约三秒测量此浏览器，并据此缩放预测（速度模型：this-browser）";
    calibrating: "Measuring what things cost in this browser…", "正在测量此浏览器的各项开销…";
    not_calibrated: "The calibration did not come to its end.", "校准未能完成。";
    isolate: "Isolate this page", "隔离此页面";
    isolate_hint: "Installs a small service worker, which adds the headers that your host does not send, and loads the page again. It stores nothing, and can be removed here.", "安装一个小型 service worker，补上主机未发送的头并重新加载页面。它不存储任何内容，可在此移除。";
    isolate_off: "Remove the service worker", "移除 service worker";
    isolate_off_hint: "The page is isolated by a service worker that was installed here; without it, threads take turns", "页面由此处安装的 service worker 隔离；移除后线程轮流运行";
    failed: "failed: {why}", "失败：{why}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_the_same_in_both_languages() {
        let holes = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            found.sort();
            found
        };
        for (key, english, chinese) in PAIRS {
            assert_eq!(holes(english), holes(chinese), "{key}");
            assert!(!english.is_empty() && !chinese.is_empty(), "{key}");
        }
    }
}
