"""_pickle: the working part of pickle. The natives are in `modules/pickle.rs`."""
