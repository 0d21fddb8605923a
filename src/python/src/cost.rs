//! What things cost in virtual CPU time.
//!
//! A cost class names one operation as CPython performs it ("add two ints", "call a function", "copy one byte of a str").
//! The host passes a table of nanoseconds by class name (a cost profile); the defaults below are the medians that
//! `cargo xtask calibrate` measured on CPython 3.11.7 (AMD EPYC, 2026-11-23), kept here so that the VM can run alone.
//! Each opcode has a price made of the classes of the CPython instructions it stands for (`op_price`); natives charge
//! their own class and, where their work grows with their input, a class per item or byte.
//!
//! Prices never depend on the state of inline caches, so equal runs cost the same after a snapshot too.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::code::Op;
use crate::process::Pricing;

macro_rules! costs {
    ($($name:ident = $text:literal, $picos:literal;)+) => {
        /// A cost class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Cost { $(
            #[doc = $text]
            $name,
        )+ }
        const NAMES: &[&str] = &[$($text,)+];
        const DEFAULTS: &[u64] = &[$($picos,)+];
    };
}

costs! {
    LocalLoad = "local_load", 1148;
    LocalStore = "local_store", 1145;
    ConstLoad = "const_load", 1921;
    GlobalLoad = "global_load", 2927;
    BuiltinLoad = "builtin_load", 3612;
    GlobalStore = "global_store", 9520;
    NameLoad = "name_load", 11385;
    NameStore = "name_store", 10989;
    CellLoad = "cell_load", 2775;
    CellStore = "cell_store", 1902;
    Branch = "branch", 2042;
    NotOp = "not_op", 2898;
    IsCompare = "is_compare", 1670;
    JumpBack = "jump_back", 1;
    RangeTurn = "range_turn", 9207;
    ListTurn = "list_turn", 4509;
    DictTurn = "dict_turn", 5881;
    EnumerateTurn = "enumerate_turn", 23080;
    ZipTurn = "zip_turn", 16739;
    UnpackItem = "unpack_item", 558;
    ContainsListItem = "contains_list_item", 6499;
    IntAdd = "int_add", 8935;
    IntSub = "int_sub", 9730;
    IntMul = "int_mul", 8541;
    IntFloordiv = "int_floordiv", 6531;
    IntMod = "int_mod", 15177;
    IntTruediv = "int_truediv", 9572;
    IntBitop = "int_bitop", 12563;
    IntPow = "int_pow", 20195;
    IntShift = "int_shift", 14183;
    IntNeg = "int_neg", 9323;
    IntInplace = "int_inplace", 8768;
    IntBox = "int_box", 4000;
    IntCompare = "int_compare", 1729;
    IntCompareValue = "int_compare_value", 4619;
    BigintAddDigit = "bigint_add_digit", 751;
    BigintMulDigit = "bigint_mul_digit", 783;
    FloatAdd = "float_add", 6172;
    FloatMul = "float_mul", 6192;
    FloatDiv = "float_div", 9539;
    FloatPow = "float_pow", 22255;
    FloatCompare = "float_compare", 1097;
    StrConcat = "str_concat", 21233;
    StrCopyByte = "str_copy_byte", 18;
    StrInplaceConcat = "str_inplace_concat", 17546;
    StrIndex = "str_index", 8666;
    StrSlice = "str_slice", 39499;
    StrCompare = "str_compare", 5765;
    StrReprInt = "str_repr_int", 37388;
    FormatValue = "format_value", 40392;
    FormatSpec = "format_spec", 219726;
    BuildStringPart = "build_string_part", 8828;
    PercentFormat = "percent_format", 19173;
    PercentValue = "percent_value", 43629;
    StrFormatMethod = "str_format_method", 100425;
    StrJoinItem = "str_join_item", 6616;
    StrSplitItem = "str_split_item", 22799;
    StrMethod = "str_method", 19126;
    BuildList = "build_list", 14285;
    BuildListItem = "build_list_item", 1339;
    ListIndex = "list_index", 2236;
    ListStore = "list_store", 2363;
    ListAppend = "list_append", 6996;
    ListPop = "list_pop", 7923;
    ListSlice = "list_slice", 46558;
    ListSliceItem = "list_slice_item", 1179;
    ListExtendItem = "list_extend_item", 1151;
    ListSortCompare = "list_sort_compare", 6461;
    ListComp = "list_comp", 104636;
    ListCompItem = "list_comp_item", 3904;
    BuildTuple = "build_tuple", 17359;
    BuildTupleItem = "build_tuple_item", 439;
    TupleIndex = "tuple_index", 2224;
    BuildDict = "build_dict", 15630;
    BuildDictItem = "build_dict_item", 15974;
    DictGet = "dict_get", 6771;
    DictSet = "dict_set", 11593;
    DictInsert = "dict_insert", 19741;
    DictGetMethod = "dict_get_method", 12901;
    DictContains = "dict_contains", 6981;
    DictDel = "dict_del", 16082;
    BuildSetItem = "build_set_item", 15304;
    SetAdd = "set_add", 11734;
    SetContains = "set_contains", 6683;
    AttrLoad = "attr_load", 1783;
    AttrStore = "attr_store", 2151;
    ClassAttrLoad = "class_attr_load", 12046;
    BoundMethodLoad = "bound_method_load", 27615;
    PropertyLoad = "property_load", 31204;
    InstanceNew = "instance_new", 51516;
    InstanceInit = "instance_init", 27908;
    IsinstanceCall = "isinstance_call", 3319;
    CallFunction = "call_function", 15231;
    CallArg = "call_arg", 504;
    CallKeyword = "call_keyword", 4899;
    CallDefault = "call_default", 951;
    CallMethod = "call_method", 18087;
    CallStar = "call_star", 42651;
    SuperCall = "super_call", 87910;
    MakeFunction = "make_function", 46428;
    MakeClosure = "make_closure", 66188;
    BuiltinCall = "builtin_call", 5926;
    LenCall = "len_call", 3625;
    RangeCall = "range_call", 72789;
    MinItem = "min_item", 10194;
    SumItem = "sum_item", 3891;
    LambdaKeyCall = "lambda_key_call", 28833;
    TryEnter = "try_enter", 2515;
    RaiseCatch = "raise_catch", 104707;
    UnwindFrame = "unwind_frame", 90433;
    GeneratorNew = "generator_new", 146939;
    GeneratorTurn = "generator_turn", 10123;
    GeneratorResume = "generator_resume", 12891;
    PrintCall = "print_call", 196818;
    PrintArg = "print_arg", 143190;
    PrintByte = "print_byte", 145;
    TimeCall = "time_call", 39631;
    PerfCounterCall = "perf_counter_call", 40119;
    RandomCall = "random_call", 19005;
    RandintCall = "randint_call", 233444;
    SqrtCall = "sqrt_call", 12146;
    CurrentThreadCall = "current_thread_call", 56918;
    LockAcquireRelease = "lock_acquire_release", 57772;
    LockWith = "lock_with", 141489;
    PickleItem = "pickle_item", 9546;
    PickleByte = "pickle_byte", 648;
    PickleGlobal = "pickle_global", 433_000;
    UnpickleItem = "unpickle_item", 13_200;
    UnpickleLargeItem = "unpickle_large_item", 23_300;
    ForkEnd = "fork_end", 620_000_000;
}

/// What our `threading`, `queue` and `concurrent.futures` cost by their instructions, CPython 3.11.7 takes so much of: the middle of
/// sixteen operations on one thread (a semaphore's `acquire` and `release`, `Condition.wait(0)`, `Event()`, `Queue.put`, `Future()`
/// and the like; 2026-11-26).
const LIBRARY_PERCENT: u64 = 125;
/// How many times faster C does what our Python stands for: `heappush`, `local.x`, `SimpleQueue.put` and `sum` of a generator took
/// a third to a fifth of our instructions' price on CPython 3.11.7 (2026-11-26).
const C_SPEED: u64 = 4;

/// A price for every byte that an opcode could be.
pub type Prices = [u64; 256];

/// Prices in picoseconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Vec<u64>", into = "Vec<u64>")]
pub struct Costs {
    classes: Vec<u64>,
    /// By opcode, for each [`Pricing`].
    ops: Arc<[Prices; 4]>,
}

impl From<Costs> for Vec<u64> {
    fn from(costs: Costs) -> Self {
        costs.classes
    }
}

impl From<Vec<u64>> for Costs {
    fn from(classes: Vec<u64>) -> Self {
        let mut costs = Self { classes, ops: Arc::new([[1; 256]; 4]) };
        let mut python = [1; 256];
        python.iter_mut().zip(Op::ALL).for_each(|(price, &op)| *price = costs.op_price(op).max(1));
        let library = python.map(|price| price * LIBRARY_PERCENT / 100);
        let in_c = python.map(|price| (price / C_SPEED).max(1));
        // Not nothing, so that an endless loop in it ends a turn too.
        costs.ops = Arc::new([python, library, in_c, [1; 256]]);
        costs
    }
}

impl Default for Costs {
    fn default() -> Self {
        Self::from_nanos(&|_| None)
    }
}

impl Costs {
    /// A table from a profile, which knows the nanoseconds of a class by its name. Missing ones take the default.
    #[must_use]
    pub fn from_nanos(nanos: &dyn Fn(&str) -> Option<f64>) -> Self {
        let classes: Vec<u64> = NAMES
            .iter()
            .zip(DEFAULTS)
            .map(|(name, &default)| {
                nanos(name).filter(|n| n.is_finite() && *n >= 0.0).map_or(default, |n| (n * 1000.0) as u64)
            })
            .collect();
        let mut costs = Self::from(classes);
        // A turn was measured with its jump back, which is charged by itself.
        let jump = costs.op_price(Op::JumpBack);
        for turn in [Cost::RangeTurn, Cost::ListTurn, Cost::DictTurn, Cost::EnumerateTurn, Cost::ZipTurn] {
            if let Some(picos) = costs.classes.get_mut(turn as usize) {
                *picos = picos.saturating_sub(jump);
            }
        }
        costs.classes.into()
    }

    /// Picoseconds of a class.
    #[inline]
    #[must_use]
    pub fn of(&self, cost: Cost) -> u64 {
        self.classes.get(cost as usize).copied().unwrap_or(0)
    }

    /// What `+`, `-` and `*` take on floats beyond what the same instruction takes on ints with a small result.
    #[must_use]
    pub fn float_more(&self) -> u64 {
        self.of(Cost::FloatAdd).saturating_sub(self.of(Cost::IntAdd))
    }

    /// Picoseconds by opcode; shared, so that who runs instructions can keep them at hand.
    #[must_use]
    pub fn ops(&self) -> Arc<[Prices; 4]> {
        Arc::clone(&self.ops)
    }

    /// Those of code that is priced so.
    #[inline]
    #[must_use]
    pub fn priced(ops: &[Prices; 4], pricing: Pricing) -> &Prices {
        let [python, library, in_c, free] = ops;
        match pricing {
            Pricing::Python => python,
            Pricing::Library => library,
            Pricing::C => in_c,
            Pricing::Free => free,
        }
    }

    /// The price of one of our instructions: the CPython instructions it stands for. Register operands save CPython's
    /// loads and stores, so operators include them.
    fn op_price(&self, op: Op) -> u64 {
        let of = |c| self.of(c);
        let (load, store) = (of(Cost::LocalLoad), of(Cost::LocalStore));
        let compare = 2 * load + of(Cost::IntCompare) + of(Cost::Branch);
        match op {
            // `pass` alone on a line, and the turn of `while True`: too small to measure against a loop's noise. Never
            // nothing, so that an endless loop ends.
            Op::Nop => 500,
            Op::JumpBack => of(Cost::JumpBack).max(500),
            Op::Reap | Op::CheckBound | Op::Clear | Op::MakeGenerator | Op::LoadFree => 0,
            Op::Move => load + store,
            Op::LoadConst | Op::LoadInt | Op::LoadNone => of(Cost::ConstLoad),
            Op::DeleteLocal => store,
            Op::LoadGlobal | Op::LoadCommon => of(Cost::GlobalLoad),
            Op::StoreGlobal => load + of(Cost::GlobalStore),
            Op::DeleteGlobal => of(Cost::DictDel),
            Op::LoadName | Op::LoadClassDeref => of(Cost::NameLoad),
            Op::StoreName | Op::DeleteName => load + of(Cost::NameStore),
            Op::MakeCell => store,
            Op::LoadDeref => of(Cost::CellLoad),
            Op::StoreDeref | Op::DeleteDeref => load + of(Cost::CellStore),
            Op::Add => 2 * load + store + of(Cost::IntAdd),
            Op::Sub => 2 * load + store + of(Cost::IntSub),
            Op::Mul | Op::MatMul => 2 * load + store + of(Cost::IntMul),
            Op::TrueDiv => 2 * load + store + of(Cost::IntTruediv),
            Op::FloorDiv => 2 * load + store + of(Cost::IntFloordiv),
            Op::Mod => 2 * load + store + of(Cost::IntMod),
            Op::Pow => 2 * load + store + of(Cost::IntPow),
            Op::LShift | Op::RShift => 2 * load + store + of(Cost::IntShift),
            Op::And | Op::Or | Op::Xor => 2 * load + store + of(Cost::IntBitop),
            Op::AddInt => load + store + of(Cost::ConstLoad) + of(Cost::IntAdd),
            Op::SubInt => load + store + of(Cost::ConstLoad) + of(Cost::IntSub),
            Op::Neg | Op::Pos | Op::Invert => load + store + of(Cost::IntNeg),
            Op::Not => load + store + of(Cost::NotOp),
            Op::Lt | Op::Le | Op::Eq | Op::Ne | Op::Gt | Op::Ge => 2 * load + store + of(Cost::IntCompareValue),
            Op::Is | Op::IsNot => 2 * load + store + of(Cost::IsCompare),
            Op::In | Op::NotIn => 2 * load + store + of(Cost::DictContains),
            Op::Jump => of(Cost::JumpBack),
            Op::JumpIfTrue | Op::JumpIfFalse | Op::JumpIfNone | Op::JumpIfNotNone => load + of(Cost::Branch),
            Op::JumpLt | Op::JumpLe | Op::JumpEq | Op::JumpNe | Op::JumpGt | Op::JumpGe => compare,
            Op::JumpLtK | Op::JumpLeK | Op::JumpEqK | Op::JumpNeK | Op::JumpGtK | Op::JumpGeK => compare,
            Op::GetItem => 2 * load + store + of(Cost::ListIndex),
            Op::SetItem => 3 * load + of(Cost::ListStore),
            Op::DelItem => 2 * load + of(Cost::DictDel),
            Op::BuildSlice => 3 * load,
            Op::GetAttr => load + store + of(Cost::AttrLoad),
            Op::SetAttr => 2 * load + of(Cost::AttrStore),
            Op::DelAttr => load + of(Cost::AttrStore),
            Op::LoadMethod => load,
            Op::LoadSuper => of(Cost::SuperCall) / 2,
            Op::BuildList => store + of(Cost::BuildList),
            Op::BuildTuple => store + of(Cost::BuildTuple),
            Op::BuildSet => store + of(Cost::BuildList),
            Op::BuildMap => store + of(Cost::BuildDict),
            Op::BuildString => store,
            Op::FormatValue => load + of(Cost::FormatValue),
            Op::ListAppend => load + of(Cost::ListCompItem),
            Op::ListExtend | Op::SetUpdate | Op::DictUpdate | Op::DictMerge | Op::ListToTuple => {
                load + of(Cost::BuildList)
            }
            Op::SetAdd => load + of(Cost::SetAdd),
            Op::MapAdd => 2 * load + of(Cost::DictInsert),
            Op::UnpackSequence | Op::UnpackEx => load + of(Cost::UnpackItem),
            Op::GetIter => load,
            Op::ForIter => store,
            // calling is priced by what is called
            Op::Call | Op::CallMethod | Op::CallKw | Op::CallMethodKw => load,
            Op::CallEx => load + of(Cost::CallStar),
            Op::Return | Op::ReturnNone => load,
            Op::MakeFunction => of(Cost::MakeFunction),
            // the resumption is charged with the whole turn
            Op::Yield | Op::YieldDelegate => load,
            Op::GetYieldFrom | Op::GetAwaitable | Op::Send | Op::GetAIter | Op::GetANext => of(Cost::GeneratorTurn) / 2,
            Op::EndAsyncFor => of(Cost::Branch),
            Op::Raise => of(Cost::RaiseCatch) / 2,
            Op::Reraise => of(Cost::RaiseCatch) / 4,
            Op::PushExc | Op::PopExc | Op::ExcMatch | Op::ExcGroupMatch | Op::ExcGroupRest => of(Cost::RaiseCatch) / 12,
            // `with lock:` less what the lock's own two methods cost
            Op::WithEnter | Op::AsyncWithEnter | Op::WithExit => {
                of(Cost::LockWith).saturating_sub(of(Cost::LockAcquireRelease)) / 2
            }
            Op::ImportName | Op::ImportFrom | Op::ImportStar => of(Cost::DictGet) * 20,
            Op::MatchSequence | Op::MatchMapping | Op::GetLen => load + of(Cost::LenCall),
            Op::MatchKeys | Op::MatchClass | Op::DictWithout => load + of(Cost::IsinstanceCall),
        }
    }
}
