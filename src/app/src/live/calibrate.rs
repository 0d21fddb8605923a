//! The `this-browser` profile: what a program measures live, against what it is predicted to measure.
//!
//! One Python program measures six things in some three seconds: computing, sleeps, hand-overs between threads, starts of
//! threads and of processes, messages. It runs live, and then as a prediction, whose figures are scaled until the prediction
//! measures the same; two more predictions get close enough, since a figure is not all of what the program sees of it.

use interleave_protocol::{Profile, Settings};

/// Predictions until the figures are taken as they are.
pub const ROUNDS: usize = 3;
/// Bounds of a percentage.
const LEAST: f64 = 1.0;
const MOST: f64 = 1_000_000.0;

/// Prints a figure a line, in the order of the kernel's groups.
pub const PROGRAM: &str = r"
import multiprocessing, threading, time

clock = time.perf_counter

class Point:
    def __init__(self, x):
        self.x = x
    def move(self, by):
        self.x += by
        return self.x

def compute():
    total, seen, point = 0, {}, Point(1)
    for i in range(120_000):
        total += point.move(i) % 7
        if i % 3:
            seen[i & 255] = [total, i]
        else:
            total -= len(seen)
    return total

def median(action, count):
    took = []
    for n in range(count):
        begin = clock()
        action()
        took.append(clock() - begin)
    return sorted(took)[count // 2]

ping, pong = threading.Semaphore(0), threading.Semaphore(0)

def answer(count):
    for n in range(count):
        ping.acquire()
        pong.release()

def ask():
    ping.release()
    pong.acquire()

def thread():
    one = threading.Thread(target=int)
    one.start()
    one.join()

def process():
    one = multiprocessing.Process(target=int)
    one.start()
    one.join()

def echo(end):
    while (item := end.recv()) is not None:
        end.send(item)

def main():
    print(median(compute, 3))
    print(median(lambda: time.sleep(0.005), 40) - 0.005)
    other = threading.Thread(target=answer, args=(201,))
    other.start()
    print(median(ask, 201))
    other.join()
    print(median(thread, 31))
    print(median(process, 5))
    mine, theirs = multiprocessing.Pipe()
    other = multiprocessing.Process(target=echo, args=(theirs,))
    other.start()
    def trip():
        mine.send(1)
        mine.recv()
    print(median(trip, 101))
    mine.send(None)
    other.join()

if __name__ == '__main__':
    main()
";

/// Seconds, in the order of the program's lines.
pub type Figures = [f64; 6];

/// What the program printed; `None`: not all of it.
#[must_use]
pub fn figures(printed: &str) -> Option<Figures> {
    let mut lines = printed.lines();
    let mut figures = Figures::default();
    for figure in &mut figures {
        *figure = lines.next()?.trim().parse::<f64>().ok()?.max(1e-9);
    }
    Some(figures)
}

/// Percentages under which a prediction measures more nearly what was measured.
#[must_use]
pub fn nearer(per_cent: Figures, measured: Figures, predicted: Figures) -> Figures {
    let mut next = per_cent;
    for ((next, measured), predicted) in next.iter_mut().zip(measured).zip(predicted) {
        *next = (*next * measured / predicted).round().clamp(LEAST, MOST);
    }
    next
}

/// Nothing is scaled.
pub const NEUTRAL: Figures = [100.0; 6];

/// The settings with this profile.
#[must_use]
pub fn applied(settings: &Settings, per_cent: Figures) -> Settings {
    let figures: Vec<String> = per_cent.iter().map(|figure| (*figure as u32).to_string()).collect();
    Settings { profile: Profile::ThisBrowser, browser: figures.join(","), ..settings.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_lines() {
        assert_eq!(figures("0.5\n1\n2\n3\n4\n5\n"), Some([0.5, 1.0, 2.0, 3.0, 4.0, 5.0]));
        assert_eq!(figures("0.5\n1\n2\n"), None);
        assert_eq!(figures("0.5\nTraceback\n2\n3\n4\n5\n"), None);
    }

    #[test]
    fn what_was_predicted_too_cheap_gets_dearer() {
        let next = nearer(NEUTRAL, [3.0, 1.0, 1.0, 1.0, 1.0, 0.0001], [1.0, 1.0, 2.0, 1.0, 1.0, 1.0]);
        assert_eq!(next, [300.0, 100.0, 50.0, 100.0, 100.0, 1.0]);
        let settings = applied(&Settings::default(), next);
        assert_eq!(settings.browser, "300,100,50,100,100,1");
        assert_eq!(settings.profile.word(), "this-browser");
    }
}
