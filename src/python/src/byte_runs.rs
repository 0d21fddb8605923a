//! Bytes in serialised form: as one run. By default serde writes and reads a sequence of numbers, byte by byte, which for the
//! image of a process with megabytes of data takes seconds in wasm.
//!
//! `#[serde(with = "interleave_python::byte_runs")]`

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserializer, Serializer};

/// # Errors
/// Those of the format.
pub fn serialize<S: Serializer>(bytes: &impl AsRef<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes.as_ref())
}

/// # Errors
/// Those of the format, and for anything else than bytes.
pub fn deserialize<'de, D: Deserializer<'de>, T: From<Vec<u8>>>(deserializer: D) -> Result<T, D::Error> {
    struct Run<T>(PhantomData<T>);
    impl<'de, T: From<Vec<u8>>> Visitor<'de> for Run<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
            Ok(bytes.to_vec().into())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<T, E> {
            Ok(bytes.into())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<T, A::Error> {
            let mut bytes = Vec::new();
            while let Some(byte) = items.next_element::<u8>()? {
                bytes.push(byte);
            }
            Ok(bytes.into())
        }
    }
    deserializer.deserialize_byte_buf(Run(PhantomData))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Both {
        #[serde(with = "super")]
        own: Vec<u8>,
        #[serde(with = "super")]
        shared: Arc<[u8]>,
        after: u32,
    }

    #[test]
    fn what_was_written_is_read() {
        let both = Both { own: vec![0, 1, 255], shared: Arc::from([7u8, 8].as_slice()), after: 9 };
        let bytes = postcard::to_allocvec(&both).expect("values can be written");
        assert_eq!(postcard::from_bytes(&bytes), Ok(both));
        assert!(postcard::from_bytes::<Both>(&bytes[..3]).is_err());
    }
}
