//! Every word that this crate shows, in every language: one table.
//!
//! A message is a name with one text per language; `{thread}` and the like are filled in by [`fill`]. To add a message,
//! add a row; to add a language, add a column. Labels of the page may live here too.

use interleave_trace::Category;

/// The language of the interface. Names out of the program (threads, locks) stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    En,
    Zh,
}

impl Lang {
    /// From a BCP 47 tag such as `zh-CN`; English if unknown.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        if primary.eq_ignore_ascii_case("zh") { Self::Zh } else { Self::En }
    }
}

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Msg { $($(#[$doc])* $name,)* }

        impl Msg {
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }

        #[must_use]
        pub fn text(msg: Msg, lang: Lang) -> &'static str {
            match (msg, lang) {
                $((Msg::$name, Lang::En) => $en, (Msg::$name, Lang::Zh) => $zh,)*
            }
        }
    };
}

messages! {
    // A sweep: one program under many values.
    SweepBest: "Best: {name} = {value}, {time}, {factor} times as fast as the first value. ", "最佳：{name} = {value}，{time}，速度为第一个值的 {factor} 倍。";
    SweepStillFaster: "It still gets faster at the last value.", "到最后一个值仍在变快。";
    SweepCores: "It stops there because the {value} cores are busy: more workers wait for one.", "到此为止，因为 {value} 个 CPU 核都已占满：更多的工作者只能等待。";
    SweepRunnable: "It stops there because threads wait for a core.", "到此为止，因为线程在等待 CPU 核。";
    SweepGil: "It stops there because threads wait for the GIL.", "到此为止，因为线程在等待 GIL。";
    SweepLocks: "It stops there because most of the time goes into waiting for locks, queues and results.", "到此为止，因为大部分时间用于等待锁、队列和结果。";
    SweepIo: "It stops there because the longest wait for I/O or sleep sets the pace.", "到此为止，因为最长的 I/O 等待或休眠决定了速度。";
    SweepPickling: "It stops there because {value} MB are pickled and copied through pipes.", "到此为止，因为有 {value} MB 数据要序列化并经管道复制。";
    SweepStart: "It stops there because each worker has to be started before it can help.", "到此为止，因为每个工作者都要先启动才能帮忙。";
    SweepSpeedUp: "Speed-up", "加速比";
    SweepWall: "Wall time", "总用时";
    SweepIdeal: "ideal", "理想";
    SweepAmdahl: "Amdahl, {percent} % serial", "阿姆达尔，{percent}% 串行";
    // Groups of lanes, cards of the stage.
    Cores: "Cores", "CPU 核";
    Objects: "Locks and queues", "锁与队列";
    RunQueue: "Run queue", "就绪队列";
    Turn: "Its turn", "轮到的任务";
    TurnHint: "event loop", "事件循环";
    Ready: "Ready tasks", "就绪任务";
    ReadyHint: "wait for their turn", "等待轮到";
    RunQueueHint: "ready, waiting for a core", "已就绪，等待 CPU 核";
    Gil: "GIL", "GIL";
    GilQueue: "waiting for the GIL", "等待 GIL";
    Sleeping: "Sleeping", "睡眠";
    Io: "Input / output", "输入/输出";
    Joining: "Joining", "等待线程";
    Waiting: "Waiting", "等待中";
    Finished: "Finished", "已结束";
    OtherObjects: "Others", "其他对象";
    Idle: "idle", "空闲";
    Free: "free", "空闲";
    HeldBy: "held by {thread}", "由 {thread} 持有";
    Level: "{level}", "{level}";
    More: "+{count} more", "另有 {count} 个";
    NotStarted: "Nothing has run yet", "尚未开始运行";

    // Categories.
    CatRunning: "running", "运行中";
    CatRunnable: "runnable", "就绪";
    CatGil: "waits for GIL", "等待 GIL";
    CatLock: "waits for lock", "等待锁";
    CatQueue: "waits for queue", "等待队列";
    CatSignal: "waits for signal", "等待信号";
    CatJoin: "joining", "等待结束";
    CatSleep: "sleeping", "睡眠";
    CatIo: "I/O", "输入/输出";

    // Of a stretch under the pointer.
    HoverState: "{thread}: {what}, {time} (from {from} to {to})", "{thread}：{what}，{time}（{from} 至 {to}）";
    HoverOwner: "{object}: held by {thread}, {time} (from {from} to {to})", "{object}：由 {thread} 持有，{time}（{from} 至 {to}）";
    HoverCore: "{core}: {thread}, {time} (from {from} to {to})", "{core}：{thread}，{time}（{from} 至 {to}）";
    HoverLevel: "{object}: {level}, {time} (from {from} to {to})", "{object}：{level}，{time}（{from} 至 {to}）";
    HoverHolder: "; {thread} has it", "；由 {thread} 持有";
    HoverEndedBy: "; ended by {thread}", "；由 {thread} 结束";
    HoverNever: "; it has not ended", "；尚未结束";

    // An object in a sentence; one whose name says it already is only named.
    TheLock: "the lock {object}", "锁 {object}";
    TheRLock: "the re-entrant lock {object}", "可重入锁 {object}";
    TheSemaphore: "the semaphore {object}", "信号量 {object}";
    TheEvent: "the event {object}", "事件 {object}";
    TheCondition: "the condition {object}", "条件 {object}";
    TheBarrier: "the barrier {object}", "栅栏 {object}";
    TheQueue: "the queue {object}", "队列 {object}";
    ThePipe: "the pipe {object}", "管道 {object}";
    ThePool: "the pool {object}", "池 {object}";
    TheFuture: "the future {object}", "future {object}";
    TheLoop: "the event loop {object}", "事件循环 {object}";

    // In a span: long, then short.
    SpanRunning: "running on {core}", "在 {core} 上运行";
    SpanRunnable: "ready, waits for a core", "就绪，等待 CPU 核";
    SpanGil: "waits for GIL", "等待 GIL";
    ForEver: "for ever", "永远";
    SpanBlocked: "waits for {object}", "等待 {object}";
    SpanJoin: "joins {thread}", "等待 {thread} 结束";
    SpanStart: "waits for a new thread to begin", "等待新线程开始";
    ShortStart: "start", "启动";
    SpanSleep: "sleep {time}", "睡眠 {time}";
    SpanIo: "I/O: {what}", "I/O：{what}";
    ShortRunnable: "ready", "就绪";
    ShortGil: "GIL", "GIL";
    ShortJoin: "join", "等待";

    // Sentences: what just happened and why.
    AtLine: " (line {line})", "（第 {line} 行）";
    FullStop: ".", "。";
    WhyNothingYet: "Nothing has happened yet", "尚未发生任何事件";
    WhyBornThread: "{thread} exists, but has not been started", "{thread} 已创建，但还没有启动";
    WhyBornProcess: "Process {thread} begins", "进程 {thread} 开始";
    WhyBornObject: "From now on there is {object}", "现在有了 {object}";
    WhyBornCore: "{core} is there, idle", "{core} 就位，空闲";
    WhySpawn: "{thread} starts {child}; it runs as soon as a core is free", "{thread} 启动 {child}；一旦有空闲的核，它就会运行";
    WhyRun: "{thread} runs on {core}", "{thread} 在 {core} 上运行";
    WhyRunAfter: "{thread} runs on {core} after {time} in the run queue", "{thread} 在就绪队列中等了 {time} 后，在 {core} 上运行";
    WhyRunGil: "{thread} runs on {core}: it had waited {time} for the GIL, which {waker} has given up", "{thread} 在 {core} 上运行：它等了 {time} 的 GIL 已由 {waker} 让出";
    WhyRunWoken: "{thread} runs on {core}: it had waited {time} for {object}, and {waker} ended the wait", "{thread} 在 {core} 上运行：它等待 {object} 已 {time}，{waker} 结束了等待";
    WhyRunJoined: "{thread} goes on: it had waited {time} for the end of {child}", "{thread} 继续运行：它等了 {time}，{child} 已结束";
    WhyRunStarted: "{thread} goes on: {waker} has begun to run", "{thread} 继续运行：{waker} 已开始运行";
    WhyRunSlept: "{thread} runs on {core}: its sleep of {time} is over", "{thread} 在 {core} 上运行：{time} 的睡眠结束了";
    WhyRunIo: "{thread} runs on {core}: {what} took {time}", "{thread} 在 {core} 上运行：{what} 用了 {time}";
    WhyRunTimedOut: "{thread} runs on {core}: it gave up waiting for {object} after {time}", "{thread} 在 {core} 上运行：等待 {object} {time} 后放弃";
    WhyReady: "{thread} is ready to run and waits for a core", "{thread} 已就绪，等待空闲的核";
    WhyReadyPreempted: "{thread} is taken off {core}: others want to run too, and its turn of {time} is over", "{thread} 被换下 {core}：其他线程也要运行，它这一轮 {time} 已用完";
    WhyReadyWoken: "{waker} ends the wait of {thread}, which is ready to run again", "{waker} 结束了 {thread} 的等待，它又可以运行了";
    WhyReadySlept: "The sleep of {thread} is over ({time}); it is ready to run", "{thread} 的睡眠（{time}）结束，可以运行";
    WhyGilWait: "{thread} needs the GIL, which {holder} has held for {time}: it waits until {holder} blocks, and asks for it when the switch interval is over", "{thread} 需要 GIL，而 {holder} 已持有 {time}：它会等到 {holder} 阻塞，并在切换间隔结束时提出请求";
    WhyGilWaitFree: "{thread} waits for the GIL", "{thread} 等待 GIL";
    WhyGilForced: "{thread} gave up the GIL because another thread asked for it, and waits to get it back", "{thread} 应其他线程的请求让出 GIL，并等待重新取得";
    WhyGilTake: "{thread} takes the GIL: only {thread} may run Python code in this process now", "{thread} 取得 GIL：现在本进程中只有它可以执行 Python 代码";
    WhyGilDropRequest: "{thread} gives up the GIL after {time}, because another thread asked for it", "{thread} 持有 GIL {time} 后让出，因为其他线程提出了请求";
    WhyGilDropBlocking: "{thread} gives up the GIL, because it is about to wait: others can run meanwhile", "{thread} 即将等待，因此让出 GIL：期间其他线程可以运行";
    WhyGilDropTicks: "{thread} gives up the GIL, because its 100 ticks are over", "{thread} 的 100 个 tick 已用完，让出 GIL";
    WhyGilDropFinished: "{thread} gives up the GIL, because it has ended", "{thread} 已结束，让出 GIL";
    WhyGilRequest: "{thread} asked for the GIL; {holder} has held it for {time} and gives it up at its next switch point", "{thread} 请求 GIL；{holder} 已持有 {time}，将在下一个切换点让出";
    WhyBlocked: "{thread} waits for {object}", "{thread} 等待 {object}";
    WhyBlockedHeld: "{thread} waits for {object}, which {holder} has held for {time}", "{thread} 等待 {object}，它已被 {holder} 持有 {time}";
    WhyBlockedSelf: "{thread} waits for {object}, which it holds itself: it can never go on", "{thread} 等待它自己持有的 {object}：它永远无法继续";
    WhyBlockedSignal: "{thread} waits until another thread signals {object}", "{thread} 等待其他线程在 {object} 上发出信号";
    WhyBlockedQueue: "{thread} waits at {object} until there is an item or a free place", "{thread} 在 {object} 处等待，直到有元素或空位";
    WhyJoin: "{thread} waits until {child} ends", "{thread} 等待 {child} 结束";
    WhySleep: "{thread} sleeps for {time}; it needs neither a core nor the GIL meanwhile", "{thread} 睡眠 {time}；期间不需要核，也不需要 GIL";
    WhyIo: "{thread} waits for {what}; it needs neither a core nor the GIL meanwhile", "{thread} 等待 {what}；期间不需要核，也不需要 GIL";
    WhyProcessEnds: "{thread} ends: all its threads that it waits for are done", "{thread} 结束：需要等待的线程都已完成";
    WhyFinished: "{thread} ends: its function has returned", "{thread} 结束：它的函数已返回";
    WhyRaised: "{thread} ends by an uncaught exception: {what}", "{thread} 因未捕获的异常而结束：{what}";
    WhyCut: "{thread} is cut off where it stands, because its program ends", "程序结束，{thread} 被就地终止";
    WhyAcquire: "{thread} gets {object}; others must wait until it is released", "{thread} 获得 {object}；在释放之前其他线程必须等待";
    WhyFail: "{thread} does not get {object} and goes on without it", "{thread} 没有得到 {object}，不再等待";
    WhyFailHeld: "{thread} does not get {object}, which {holder} holds, and goes on without it", "{object} 由 {holder} 持有，{thread} 没有得到它，不再等待";
    WhyRelease: "{thread} releases {object} after {time}", "{thread} 持有 {object} {time} 后释放";
    WhyReleaseAny: "{thread} releases {object}", "{thread} 释放 {object}";
    WhySemaphore: "{thread} changes {object}: {level} places are free", "{thread} 改变 {object}：剩余 {level} 个名额";
    WhyQueueLevel: "{thread} changes {object}: it holds {level} items", "{thread} 改变 {object}：现有 {level} 个元素";
    WhyEventSet: "{thread} sets {object}: everyone who waits for it may go on", "{thread} 设置 {object}：所有等待者可以继续";
    WhyEventClear: "{thread} clears {object}: who waits for it from now on must wait", "{thread} 清除 {object}：之后等待它的线程必须等待";
    WhyBarrier: "{thread} arrives at {object}: {level} are there", "{thread} 到达 {object}：已有 {level} 个线程到达";
    WhyBusy: "{thread} changes {object}: {level} of its workers are busy", "{thread} 改变 {object}：{level} 个工作者正忙";
    WhySend: "{thread} writes {size} into {object}", "{thread} 向 {object} 写入 {size}";
    WhyReceive: "{thread} takes {size} out of {object}", "{thread} 从 {object} 取出 {size}";
    WhyLevel: "{thread} changes {object} to {level}", "{thread} 将 {object} 变为 {level}";
    WhyCore: "{core} switches to {thread}", "{core} 切换到 {thread}";
    WhyCoreIdle: "{core} becomes idle: no thread is ready for it", "{core} 变为空闲：没有就绪的线程";
    WhyOutput: "{thread} prints {what}", "{thread} 输出 {what}";
    WhyError: "{thread} writes {what} to standard error", "{thread} 向标准错误写入 {what}";
    WhyJoined: "{thread} goes on: {child} has ended", "{thread} 继续：{child} 已结束";
    WhyUncaught: "An exception leaves {thread}: {what}", "异常离开 {thread}：{what}";
    WhyDeadlock: "{thread} can never go on: {what}", "{thread} 永远无法继续：{what}";
    WhyCircle: "Deadlock, each waits for the next: {what}", "死锁，每个线程都在等待下一个：{what}";
    StuckHeld: "{thread} waits for {object}, which {holder} holds", "{thread} 等待由 {holder} 持有的{object}";
    StuckJoin: "{thread} waits for {child} to end", "{thread} 等待 {child} 结束";
    StuckAlone: "{thread} waits for {object}, for which nobody is left to act", "{thread} 等待{object}，但没有线程会来处理它";
    WhyNote: "{what}", "{what}";
    TaskSpawn: "{thread} makes the task {child}: it gets its first turn in the loop's next iteration", "{thread} 创建任务 {child}：它将在事件循环的下一轮得到第一次执行";
    TaskBorn: "The task {thread} exists and is in the ready queue", "任务 {thread} 已创建，在就绪队列中";
    TaskRun: "{thread} has its turn: the loop runs it until its next await", "轮到 {thread}：事件循环运行它，直到下一个 await";
    TaskRunAfter: "{thread} has its turn, after {time} in the ready queue", "轮到 {thread}：它在就绪队列中等了 {time}";
    TaskGoesOn: "{thread} goes on within its turn: what blocked the thread for {time} is over", "{thread} 在这一轮中继续：阻塞线程 {time} 的操作结束了";
    TaskReady: "{thread} is ready: its turn comes in the loop's next iteration", "{thread} 就绪：在事件循环的下一轮执行";
    TaskYields: "{thread} gives up its turn after {time}, but wants the next one", "{thread} 运行 {time} 后让出，但还要下一轮";
    TaskReadyWoken: "{waker} ends the wait of {thread}, which goes to the end of the ready queue", "{waker} 结束了 {thread} 的等待，{thread} 排到就绪队列末尾";
    TaskReadySlept: "The sleep of {thread} is over ({time}): the timer puts it into the ready queue", "{thread} 的睡眠（{time}）结束：定时器把它放入就绪队列";
    TaskSleep: "{thread} awaits a timer of {time} and gives up its turn; the thread is free for other tasks", "{thread} 等待 {time} 的定时器并让出执行权；线程可以运行其他任务";
    TaskBlocked: "{thread} awaits {object} and gives up its turn; the thread is free for other tasks", "{thread} 等待 {object} 并让出执行权；线程可以运行其他任务";
    TaskBlockedHeld: "{thread} awaits {object}, which {holder} has, and gives up its turn", "{thread} 等待由 {holder} 持有的 {object}，并让出执行权";
    TaskJoin: "{thread} awaits the task {child} and gives up its turn until {child} is done", "{thread} 等待任务 {child}，让出执行权直到 {child} 完成";
    TaskIo: "{thread} awaits {what} and gives up its turn; the thread is free for other tasks", "{thread} 等待 {what} 并让出执行权；线程可以运行其他任务";
    TaskStallSleep: "{thread} blocks: its thread itself sleeps for {time}, so the whole event loop stands still", "{thread} 阻塞：它所在的线程睡眠 {time}，整个事件循环停住";
    TaskStallBlocked: "{thread} blocks: its thread itself waits for {object}, so the whole event loop stands still", "{thread} 阻塞：它所在的线程等待 {object}，整个事件循环停住";
    TaskStallIo: "{thread} blocks: its thread itself waits for {what}, so the whole event loop stands still", "{thread} 阻塞：它所在的线程等待 {what}，整个事件循环停住";
    TaskStall: "A blocking call inside {thread} stops the whole event loop for {time}; it delays {what}", "{thread} 中的阻塞调用让整个事件循环停住 {time}，推迟了 {what}";
    TaskStallAlone: "A blocking call inside {thread} stops the whole event loop for {time}; no other task had its turn meanwhile", "{thread} 中的阻塞调用让整个事件循环停住 {time}；其间没有其他任务轮到执行";
    TaskGil: "{thread} stands still in the middle of its turn: its thread has lost the GIL", "{thread} 在执行中停住：它所在的线程失去了 GIL";
    TaskFinished: "{thread} is done: its coroutine has returned", "{thread} 完成：它的协程已返回";
    TaskRaised: "{thread} is done, by an exception: {what}; who awaits it gets it", "{thread} 因异常而结束：{what}；等待它的一方会收到";
    TaskCancelled: "{thread} is cancelled", "{thread} 已取消";
    TaskChain: "The chain of awaits of {thread}: {what}", "{thread} 的等待链：{what}";
    LoopTurn: "{object} begins an iteration: {level} callbacks are ready, {count} timers lie ahead", "{object} 开始新的一轮：{level} 个回调就绪，还有 {count} 个定时器";
    LoopSelect: "{thread} has nothing ready in {object}: it waits in select for the first timer, I/O or a wake-up", "{object} 没有就绪的回调：{thread} 在 select 中等待第一个定时器、输入/输出或唤醒";
    SpanTask: "has its turn", "正在执行";
    SpanTaskReady: "in the ready queue", "在就绪队列中";
    SpanTaskSleep: "awaits a timer", "等待定时器";
    SpanTaskAwaits: "awaits {object}", "等待 {object}";
    ShortStall: "blocks the loop", "阻塞事件循环";
    SpanStall: "blocks the event loop: {what}", "阻塞事件循环：{what}";
    Somebody: "somebody", "某个线程";
}

/// The words for a category, as in a legend or a table.
#[must_use]
pub fn category_name(category: Category, lang: Lang) -> &'static str {
    let msg = match category {
        Category::Running => Msg::CatRunning,
        Category::Runnable => Msg::CatRunnable,
        Category::Gil => Msg::CatGil,
        Category::Lock => Msg::CatLock,
        Category::Queue => Msg::CatQueue,
        Category::Signal => Msg::CatSignal,
        Category::Join => Msg::CatJoin,
        Category::Sleep => Msg::CatSleep,
        Category::Io => Msg::CatIo,
    };
    text(msg, lang)
}

/// Puts values into the places of a template. A place without a value stays as it is.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            out.push('{');
            rest = tail;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(template: &str) -> Vec<&str> {
        let mut all: Vec<_> = template.split('{').skip(1).filter_map(|t| t.split('}').next()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    #[test]
    fn languages_have_the_same_places() {
        for &msg in Msg::ALL {
            let (en, zh) = (text(msg, Lang::En), text(msg, Lang::Zh));
            assert!(!en.is_empty() && !zh.is_empty(), "{msg:?}");
            // A pronoun may stand for a name that was given before.
            let zh_places = places(zh);
            assert!(places(en).iter().all(|p| zh_places.contains(p)), "{msg:?}: {en} / {zh}");
            assert!(zh_places.iter().all(|p| places(en).contains(p)), "{msg:?}: {en} / {zh}");
        }
    }

    #[test]
    fn places_are_filled_once() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
        assert_eq!(fill("{a", &[("a", "1")]), "{a");
        assert_eq!(fill("{x}", &[]), "{x}");
    }

    #[test]
    fn languages_by_tag() {
        assert_eq!(Lang::from_tag("zh-CN"), Lang::Zh);
        assert_eq!(Lang::from_tag("ZH_tw"), Lang::Zh);
        assert_eq!(Lang::from_tag("de"), Lang::En);
    }
}
