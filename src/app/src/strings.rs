//! Every word the page itself shows, in English and Chinese: one table, so that a missing translation does not compile.
//!
//! The sentences about a run (what just happened and why) are the timeline's; this is the furniture around them.

use interleave_timeline::Lang;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    Chinese,
}

impl Language {
    /// From a BCP 47 tag ("zh-Hans-CN").
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Self::Chinese } else { Self::English }
    }

    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// The same language, for the sentences of the timeline.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::English => Lang::En,
            Self::Chinese => Lang::Zh,
        }
    }

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }

    #[must_use]
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Chinese => &CHINESE,
        }
    }
}

macro_rules! table {
    ($($key:ident : $english:literal, $chinese:literal;)*) => {
        #[derive(Debug, PartialEq, Eq)]
        pub struct Words { $(pub $key: &'static str,)* }
        static ENGLISH: Words = Words { $($key: $english,)* };
        static CHINESE: Words = Words { $($key: $chinese,)* };
        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($key), $english, $chinese),)*];
    };
}

table! {
    tagline: "See Python threads take turns", "看见 Python 线程如何轮流运行";
    example: "Example", "示例";
    examples: "Examples", "示例程序";
    examples_hint: "Choose one of the bundled programs", "选择一个示例程序";
    compare: "Compare", "比较";
    compare_hint: "Run this program under several settings, on one time axis", "在多种设置下运行此程序，用同一时间轴比较";
    live: "Live", "实测";
    live_hint: "Run this program for real, in this browser", "在此浏览器中真实运行此程序";
    sweep: "Sweep", "扫描";
    sweep_hint: "Run this program for many values of a number, and see how long each takes", "让程序中的一个数取多个值，比较各自用时";
    cores_unit: "cores", "个核心";
    one_core: "1 core", "1 个核心";
    search: "Search", "搜索";
    search_nothing: "Nothing has these words.", "没有符合的示例。";
    shelf_coming: "The examples are on their way…", "正在加载示例…";
    shelf_missing: "The examples could not be loaded. Is the network there?", "示例加载失败，请检查网络。";
    topic_threads: "Threads", "线程";
    topic_processes: "Processes", "进程";
    topic_coroutines: "Coroutines", "协程";
    input: "Input", "输入";
    input_hint: "What input() and sys.stdin read, line by line", "input() 和 sys.stdin 逐行读取的内容";
    input_none: "nothing", "无";
    input_lines: "{lines} lines", "{lines} 行";
    moments: "Moments to look at", "值得一看的时刻";
    replays: "Follows a recorded schedule", "按记录的调度运行";
    replays_drop: "Decide anew", "重新调度";
    following: "Following {lane}", "跟随 {lane}";
    unfollow: "Stop following", "停止跟随";
    your_program: "Your program", "你的程序";
    run: "Run", "运行";
    run_hint: "Run the program (Ctrl+Enter)", "运行程序（Ctrl+Enter）";
    stop: "Stop", "停止";
    share: "Share", "分享";
    share_hint: "Copy a link that holds this program, its settings and this moment", "复制包含程序、设置和当前时刻的链接";
    copied: "Link copied", "链接已复制";
    copy_failed: "The link is in the address bar: copy it from there", "链接已在地址栏中，请从那里复制";
    theme: "Light or dark", "浅色或深色";
    larger: "Larger text", "更大的字号";
    language: "中文", "English";
    help: "Help", "帮助";
    close: "Close", "关闭";
    skip: "Skip to the timeline", "跳到时间线";
    program: "Program", "程序";
    picture: "What happens", "运行过程";
    machine: "Machine", "机器";
    more: "More", "更多";
    cores: "Cores", "核心数";
    cores_hint: "CPU cores of the simulated machine", "模拟机器的 CPU 核心数";
    gil: "GIL", "GIL";
    gil_hint: "Which global interpreter lock the simulated Python has", "模拟的 Python 使用哪种全局解释器锁";
    gil_3: "CPython 3", "CPython 3";
    gil_15: "CPython 3, 15 ms", "CPython 3，15 毫秒";
    gil_2: "CPython 2, 100 ticks", "CPython 2，100 个字节码";
    gil_off: "Off: free-threaded", "关闭（自由线程）";
    interval: "Switch interval", "切换间隔";
    interval_hint: "Milliseconds a waiter waits before it asks for the GIL", "等待者请求 GIL 前等待的毫秒数";
    milliseconds: "ms", "毫秒";
    seed: "Seed", "随机种子";
    seed_hint: "Decides every random choice: the same seed gives the same run", "决定所有随机选择：种子相同，运行相同";
    policy: "Choices", "调度选择";
    policy_hint: "Who decides when more than one thread could go on", "多个线程都可继续时由谁决定";
    policy_default: "As Linux and CPython", "与 Linux 和 CPython 相同";
    policy_random: "Random, by seed", "按种子随机";
    start_method: "Start method", "启动方式";
    start_method_hint: "How multiprocessing starts processes", "multiprocessing 如何启动进程";
    profile: "Speeds", "速度模型";
    profile_hint: "What each operation costs in virtual time", "每个操作消耗多少虚拟时间";
    profile_311: "CPython 3.11", "CPython 3.11";
    profile_classroom: "Classroom: slow, round", "课堂：慢速整数";
    profile_browser: "This browser", "此浏览器";
    points: "Switch points", "切换点";
    points_hint: "Where the interpreter may give up the GIL", "解释器可以在哪里放弃 GIL";
    points_auto: "As the GIL does", "与所选 GIL 一致";
    points_calls: "Calls and loops", "调用与循环";
    points_every: "Every instruction", "每条指令";
    points_lines: "Every line", "每一行";
    os: "Cores go to", "核心分配给";
    os_hint: "How the operating system chooses among threads that could run", "操作系统如何在可运行的线程中选择";
    os_cfs: "Who ran least (Linux)", "运行最少者（Linux）";
    os_rr: "Each in turn", "轮流";
    os_fifo: "Who came first (FIFO)", "先到者（FIFO）";
    frames: "Messages", "消息";
    event_loop: "Event loop", "事件循环";
    event_loop_hint: "What asyncio makes: the plain loop, one whose tasks begin in create_task (Python 3.12), or one with uvloop's costs", "asyncio 创建的事件循环：普通、任务在 create_task 中立即开始（Python 3.12）、或 uvloop 的开销";
    frames_hint: "Pythons before 3.8 cannot send more than 2 GiB at once; here 2 MiB stand for 2 GiB", "3.8 之前的 Python 一次不能发送超过 2 GiB；这里用 2 MiB 代表 2 GiB";
    frames_any: "any size", "任意大小";
    frames_old: "up to 2 MiB (3.7)", "至多 2 MiB（3.7）";
    races: "Data races", "数据竞争";
    races_hint: "Mark accesses of two threads that nothing orders: the notes on the timeline name both lines", "标出两个线程之间没有次序保证的访问：时间线上的注记给出两处代码行";
    races_off: "Do not look", "不检测";
    races_on: "Look for them", "检测";
    editor_label: "Python program", "Python 程序";
    editor_plain: "Plain editor: the full one did not load.", "简易编辑器：完整编辑器未能加载。";
    output: "Output", "输出";
    output_empty: "Nothing printed yet.", "尚无输出。";
    output_none: "This program printed nothing.", "此程序没有输出。";
    stage: "The machine at this moment", "此刻的机器";
    timeline: "Timeline", "时间线";
    timeline_hint: "Arrow keys step, W and S zoom, A and D move, 0 shows everything", "方向键单步，W/S 缩放，A/D 平移，0 显示全部";
    play: "Play", "播放";
    pause: "Pause", "暂停";
    to_start: "To the start", "回到开始";
    to_end: "To the end", "跳到结尾";
    step_back: "Step back", "后退一步";
    step_forward: "Step forward", "前进一步";
    step_by: "Step by", "步长";
    step_event: "Event", "事件";
    step_line: "Line", "行";
    step_switch: "Switch", "切换";
    step_switch_hint: "The next time another thread gets a core or the GIL", "下一次有其他线程得到核心或 GIL";
    speed: "Speed", "速度";
    scrubber: "Position in time", "时间位置";
    zoom_in: "Zoom in", "放大";
    zoom_out: "Zoom out", "缩小";
    zoom_fit: "Show everything", "显示全部";
    stage_short: "Stage", "舞台";
    stage_fold: "Show or hide the machine above the timeline", "显示或隐藏时间线上方的机器图";
    details_short: "Details", "详情";
    details_fold: "Show or hide variables and totals", "显示或隐藏变量和统计";
    follow: "Follow the playhead", "跟随播放位置";
    variables: "Variables", "变量";
    globals: "Globals", "全局变量";
    no_variables: "No variables at this moment.", "此刻没有变量。";
    variables_wait: "Pause to see each thread's variables.", "暂停后可查看每个线程的变量。";
    statistics: "Where the time went", "时间花在哪里";
    thread: "Thread", "线程";
    lifetime: "Lifetime", "存续时间";
    switches: "Switches", "切换次数";
    gil_held: "Held the GIL", "持有 GIL";
    statistics_wait: "When the run is over, this says where each thread's time went.", "运行结束后，这里显示各线程的时间去向。";
    shares: "Shares of its time", "时间占比";
    longest: "the longest took {time}", "最长一次 {time}";
    short_running: "Ran", "运行";
    short_runnable: "Core", "等核心";
    short_lock: "Lock", "锁";
    short_queue: "Queue", "队列";
    short_signal: "Signal", "信号";
    short_join: "Join", "等结束";
    short_sleep: "Sleep", "睡眠";
    short_io: "I/O", "I/O";
    objects: "Lock or queue", "锁或队列";
    held: "Held", "占用";
    waits: "Waits", "等待次数";
    waited: "Waited", "等待";
    longest_wait: "Longest", "最长";
    at_most: "up to {level}", "最多 {level}";
    running: "Running", "运行";
    runnable: "Waiting for a core", "等待核心";
    gil_wait: "Waiting for the GIL", "等待 GIL";
    lock_wait: "Waiting for a lock", "等待锁";
    queue_wait: "Waiting for a queue", "等待队列";
    signal_wait: "Waiting for a signal", "等待信号";
    join_wait: "Joining", "等待线程结束";
    sleeping: "Sleeping", "睡眠";
    io_wait: "Waiting for I/O", "等待 I/O";
    core_busy: "Core {core}: {share} busy", "核心 {core}：繁忙 {share}";
    wall: "Took", "耗时";
    legend: "Legend", "图例";
    engine_starting: "Starting the engine…", "正在启动引擎…";
    simulating: "Simulating", "模拟中";
    instructions: "instructions", "条指令";
    events: "events", "个事件";
    stopped: "Stopped. What ran up to here can be played.", "已停止。到此为止的运行可以播放。";
    deadlock: "Deadlock", "死锁";
    limit: "Limit reached", "达到限制";
    exit_status: "Exit status", "退出状态";
    ends_at: "Ends at {time}", "于 {time} 结束";
    stale_picture: "This program did not run: the picture is of the one before.", "此程序未能运行：图中显示的是上一个程序。";
    at_line: "line {line}", "第 {line} 行";
    go_to: "Show this place in the program", "在程序中显示此处";
    engine_died: "The engine stopped unexpectedly and was restarted. Your program is safe; run it again.", "引擎意外停止并已重启。你的程序还在，请重新运行。";
    engine_silent: "The engine did not answer and was restarted.", "引擎没有响应，已重启。";
    engine_missing: "The engine could not be loaded. Reload the page, or try a current browser.", "无法加载引擎。请刷新页面或使用新版浏览器。";
    trace_broken: "The engine sent something this page cannot read. Reload the page.", "引擎发送了此页面无法读取的内容，请刷新页面。";
    link_bad: "Opened a default program instead.", "已改为打开默认程序。";
    example_unknown: "There is no example with that name.", "没有这个名称的示例。";
    tab_code: "Code", "代码";
    tab_watch: "Watch", "观看";
    tab_inspect: "Inspect", "检查";
    help_title: "How to read and drive this page", "如何阅读和操作此页面";
    help_what: "Your program runs on a simulated machine with a simulated CPython. Time is virtual: the same program, settings and seed always give the same run, and you can go back in it.", "你的程序在带有模拟 CPython 的模拟机器上运行。时间是虚拟的：相同的程序、设置和种子总会得到相同的运行，并且可以回退。";
    help_keys: "Keys", "按键";
    key_run: "Run the program", "运行程序";
    key_play: "Play or pause", "播放或暂停";
    key_event: "One event back, forward", "后退、前进一个事件";
    key_switch: "One switch back, forward", "后退、前进一次切换";
    key_line: "One line back, forward", "后退、前进一行";
    key_ends: "To the start, to the end", "到开头、到结尾";
    key_zoom: "Zoom in, out", "放大、缩小";
    key_pan: "Move left, right", "左移、右移";
    key_fit: "Show everything", "显示全部";
    key_stop: "Stop the run", "停止运行";
    key_help: "This help", "此帮助";
    help_colours: "A thread has one colour everywhere: in the margin of the program, on cores, on the GIL and in the output. A full bar is running; a pattern is a kind of waiting.", "每个线程在各处都用同一种颜色：程序边栏、核心、GIL 和输出。实心条表示运行；图案表示某种等待。";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_choose_the_language() {
        assert_eq!(Language::from_tag("zh-CN"), Language::Chinese);
        assert_eq!(Language::from_tag("zh"), Language::Chinese);
        assert_eq!(Language::from_tag("en-GB"), Language::English);
        assert_eq!(Language::from_tag(""), Language::English);
        assert_eq!(Language::English.other().other(), Language::English);
    }

    #[test]
    fn nothing_is_left_untranslated() {
        let names = ["gil", "gil_3", "profile_311", "short_io"];
        for (key, english, chinese) in PAIRS {
            assert!(!english.is_empty() && !chinese.is_empty(), "{key}");
            assert!(english != chinese || names.contains(key), "{key} is the same in both languages");
        }
    }
}
