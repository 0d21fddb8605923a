//! Pipes: bytes on their way between processes, and the descriptors they are reached by. As Linux' pipes and stream sockets.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use interleave_python::exit::Answer;
use interleave_python::process_call::ProcessCall;

use super::{Bytes, os_error};

/// What a pipe holds (`pipe(7)`: 16 pages).
const PIPE_BYTES: usize = 65_536;
/// What one direction of a stream socket pair holds (`net.core.wmem_default`).
const SOCKET_BYTES: usize = 212_992;
/// Writes up to this size are not divided (`PIPE_BUF`).
const ATOMIC_BYTES: usize = 4096;
/// What a message of `multiprocessing` begins with: its length.
pub(crate) const MESSAGE_HEAD_BYTES: usize = 4;
/// Standard streams have the numbers below.
const FIRST_FD: u32 = 3;

/// An open file of a process: the pipe it reads from, and the one it writes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct File {
    pub read: Option<usize>,
    pub write: Option<usize>,
}

#[derive(Debug)]
struct Channel {
    bytes: VecDeque<u8>,
    capacity: usize,
    readers: u32,
    writers: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Files {
    channels: Vec<Channel>,
    tickets: BTreeMap<u64, File>,
    next_ticket: u64,
    /// Pipes that end with a process, for the reader of a report.
    sentinels: BTreeMap<usize, u64>,
}

fn bad_file() -> Answer {
    os_error("OSError", 9, "Bad file descriptor")
}

fn open(files: &mut BTreeMap<u32, File>, file: File) -> i64 {
    let mut fd = FIRST_FD;
    for &taken in files.keys() {
        if taken == fd {
            fd += 1;
        }
    }
    files.insert(fd, file);
    fd.into()
}

impl Files {
    /// A descriptor more or less.
    pub fn count(&mut self, file: File, by: i32) {
        if let Some(channel) = file.read.and_then(|n| self.channels.get_mut(n)) {
            channel.readers = channel.readers.saturating_add_signed(by);
        }
        if let Some(channel) = file.write.and_then(|n| self.channels.get_mut(n)) {
            channel.writers = channel.writers.saturating_add_signed(by);
        }
    }

    pub fn mark_sentinel(&mut self, channel: Option<usize>, pid: u64) {
        self.sentinels.extend(channel.map(|channel| (channel, pid)));
    }

    fn channel(&mut self, capacity: usize) -> usize {
        self.channels.push(Channel { bytes: VecDeque::new(), capacity, readers: 1, writers: 1 });
        self.channels.len() - 1
    }

    pub fn pipe(&mut self, files: &mut BTreeMap<u32, File>, both_ways: bool) -> Answer {
        let (one, other) = if both_ways {
            let (there, back) = (self.channel(SOCKET_BYTES), self.channel(SOCKET_BYTES));
            (File { read: Some(back), write: Some(there) }, File { read: Some(there), write: Some(back) })
        } else {
            let number = self.channel(PIPE_BYTES);
            (File { read: Some(number), write: None }, File { read: None, write: Some(number) })
        };
        let first = open(files, one);
        Answer::Ints(vec![first, open(files, other)])
    }

    pub fn close(&mut self, files: &mut BTreeMap<u32, File>, fd: u32) -> Answer {
        match files.remove(&fd) {
            Some(file) => {
                self.count(file, -1);
                Answer::None
            }
            None => bad_file(),
        }
    }

    pub fn duplicate(&mut self, files: &mut BTreeMap<u32, File>, fd: u32) -> Answer {
        let Some(&file) = files.get(&fd) else { return bad_file() };
        self.count(file, 1);
        Answer::Int(open(files, file))
    }

    pub fn export(&mut self, files: &BTreeMap<u32, File>, fd: u32) -> Answer {
        let Some(&file) = files.get(&fd) else { return bad_file() };
        self.count(file, 1);
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.tickets.insert(ticket, file);
        Answer::Int(ticket as i64)
    }

    pub fn import(&mut self, files: &mut BTreeMap<u32, File>, ticket: u64, keep: bool) -> Answer {
        let Some(&file) = self.tickets.get(&ticket) else { return bad_file() };
        if keep {
            self.count(file, 1);
        } else {
            self.tickets.remove(&ticket);
        }
        Answer::Int(open(files, file))
    }

    /// Of the pipe of `file`: the four bytes that a message begins with, and the rest of it if it is all there.
    pub fn read_message(&mut self, file: File) -> Option<Answer> {
        let Some(channel) = file.read.and_then(|n| self.channels.get_mut(n)) else { return Some(bad_file()) };
        if channel.bytes.is_empty() {
            return (channel.writers == 0).then(|| Answer::Bytes(Arc::from([])));
        }
        let mut head = [0; MESSAGE_HEAD_BYTES];
        head.iter_mut().zip(&channel.bytes).for_each(|(place, byte)| *place = *byte);
        let whole = usize::try_from(i32::from_be_bytes(head)).unwrap_or(0).saturating_add(head.len());
        let n = if channel.bytes.len() >= whole { whole } else { head.len().min(channel.bytes.len()) };
        let bytes: Vec<u8> = channel.bytes.drain(..n).collect();
        Some(Answer::Bytes(Bytes::from(bytes)))
    }

    /// Puts bytes back that were read too many.
    pub fn unread(&mut self, file: File, data: &[u8]) {
        if let Some(channel) = file.read.and_then(|n| self.channels.get_mut(n)) {
            data.iter().rev().for_each(|&byte| channel.bytes.push_front(byte));
        }
    }

    /// `done`: bytes of a write that went in already. `None`: not yet.
    pub fn attempt(&mut self, files: &BTreeMap<u32, File>, call: &ProcessCall, done: &mut usize) -> Option<Answer> {
        match call {
            ProcessCall::Read { fd, most } => {
                let Some(channel) = files.get(fd).and_then(|f| f.read).and_then(|n| self.channels.get_mut(n)) else {
                    return Some(bad_file());
                };
                if channel.bytes.is_empty() {
                    return (channel.writers == 0 || *most == 0).then(|| Answer::Bytes(Arc::from([])));
                }
                let n = channel.bytes.len().min(usize::try_from(*most).unwrap_or(usize::MAX));
                let bytes: Vec<u8> = channel.bytes.drain(..n).collect();
                Some(Answer::Bytes(Bytes::from(bytes)))
            }
            ProcessCall::Write { fd, data } => {
                let Some(channel) = files.get(fd).and_then(|f| f.write).and_then(|n| self.channels.get_mut(n)) else {
                    return Some(bad_file());
                };
                if channel.readers == 0 {
                    return Some(os_error("BrokenPipeError", 32, "Broken pipe"));
                }
                let left = data.get(*done..).unwrap_or_default();
                let room = channel.capacity.saturating_sub(channel.bytes.len());
                let n = if left.len() <= ATOMIC_BYTES && room < left.len() { 0 } else { room.min(left.len()) };
                channel.bytes.extend(left.iter().take(n));
                *done += n;
                (*done == data.len()).then(|| Answer::Int(data.len() as i64))
            }
            ProcessCall::Poll { fds, timeout_nanos } => {
                let mut ready = Vec::new();
                for fd in fds {
                    let channel = files.get(fd).and_then(|f| f.read).and_then(|n| self.channels.get(n));
                    match channel {
                        Some(channel) if channel.bytes.is_empty() && channel.writers > 0 => {}
                        Some(_) => ready.push(i64::from(*fd)),
                        None => return Some(bad_file()),
                    }
                }
                (!ready.is_empty() || *timeout_nanos == Some(0)).then_some(Answer::Ints(ready))
            }
            _ => Some(bad_file()),
        }
    }
}
