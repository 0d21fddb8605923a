//! What things cost in virtual CPU time.
//!
//! A cost class names one operation as CPython performs it ("add two ints", "call a function", "copy one byte of a str").
//! The host passes a table of nanoseconds by class name (a cost profile); the defaults below are the medians that
//! `cargo xtask calibrate` measured on CPython 3.11.7 (AMD EPYC, 2026-11-23), kept here so that the VM can run alone.
//! Each opcode has a price made of the classes of the CPython instructions it stands for (`op_price`); natives charge
//! their own class and, where their work grows with their input, a class per item or byte.
//!
//! Prices never depend on the state of inline caches, so equal runs cost the same after a snapshot too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::Op;

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
    LocalLoad = "local_load", 1209;
    LocalStore = "local_store", 1192;
    ConstLoad = "const_load", 1699;
    GlobalLoad = "global_load", 3225;
    BuiltinLoad = "builtin_load", 3750;
    GlobalStore = "global_store", 9869;
    NameLoad = "name_load", 10037;
    NameStore = "name_store", 9545;
    CellLoad = "cell_load", 2864;
    CellStore = "cell_store", 1959;
    Branch = "branch", 2203;
    NotOp = "not_op", 3073;
    IsCompare = "is_compare", 1959;
    JumpBack = "jump_back", 1;
    RangeTurn = "range_turn", 9870;
    ListTurn = "list_turn", 5000;
    DictTurn = "dict_turn", 6254;
    EnumerateTurn = "enumerate_turn", 23903;
    ZipTurn = "zip_turn", 17803;
    UnpackItem = "unpack_item", 626;
    ContainsListItem = "contains_list_item", 6765;
    IntAdd = "int_add", 9038;
    IntSub = "int_sub", 10072;
    IntMul = "int_mul", 8752;
    IntFloordiv = "int_floordiv", 6764;
    IntMod = "int_mod", 15792;
    IntTruediv = "int_truediv", 9916;
    IntBitop = "int_bitop", 12983;
    IntPow = "int_pow", 21205;
    IntShift = "int_shift", 14890;
    IntNeg = "int_neg", 9849;
    IntInplace = "int_inplace", 9405;
    IntCompare = "int_compare", 1684;
    IntCompareValue = "int_compare_value", 5114;
    BigintAddDigit = "bigint_add_digit", 712;
    BigintMulDigit = "bigint_mul_digit", 783;
    FloatAdd = "float_add", 6732;
    FloatMul = "float_mul", 6507;
    FloatDiv = "float_div", 9893;
    FloatPow = "float_pow", 23275;
    FloatCompare = "float_compare", 1127;
    StrConcat = "str_concat", 21927;
    StrCopyByte = "str_copy_byte", 18;
    StrInplaceConcat = "str_inplace_concat", 17517;
    StrIndex = "str_index", 8944;
    StrSlice = "str_slice", 42541;
    StrCompare = "str_compare", 6018;
    StrReprInt = "str_repr_int", 38075;
    FormatValue = "format_value", 42238;
    FormatSpec = "format_spec", 221191;
    BuildStringPart = "build_string_part", 9159;
    PercentFormat = "percent_format", 20335;
    PercentValue = "percent_value", 45587;
    StrFormatMethod = "str_format_method", 103873;
    StrJoinItem = "str_join_item", 6711;
    StrSplitItem = "str_split_item", 23129;
    StrMethod = "str_method", 19691;
    BuildList = "build_list", 14849;
    BuildListItem = "build_list_item", 1415;
    ListIndex = "list_index", 2319;
    ListStore = "list_store", 2474;
    ListAppend = "list_append", 6918;
    ListPop = "list_pop", 7665;
    ListSlice = "list_slice", 49875;
    ListSliceItem = "list_slice_item", 1192;
    ListExtendItem = "list_extend_item", 1168;
    ListSortCompare = "list_sort_compare", 6463;
    ListComp = "list_comp", 104713;
    ListCompItem = "list_comp_item", 4028;
    BuildTuple = "build_tuple", 17669;
    BuildTupleItem = "build_tuple_item", 517;
    TupleIndex = "tuple_index", 6088;
    BuildDict = "build_dict", 16511;
    BuildDictItem = "build_dict_item", 16259;
    DictGet = "dict_get", 7212;
    DictSet = "dict_set", 12314;
    DictInsert = "dict_insert", 21015;
    DictGetMethod = "dict_get_method", 13620;
    DictContains = "dict_contains", 7179;
    DictDel = "dict_del", 15707;
    BuildSetItem = "build_set_item", 15950;
    SetAdd = "set_add", 12187;
    SetContains = "set_contains", 7222;
    AttrLoad = "attr_load", 2401;
    AttrStore = "attr_store", 2184;
    ClassAttrLoad = "class_attr_load", 12460;
    BoundMethodLoad = "bound_method_load", 28908;
    PropertyLoad = "property_load", 32659;
    InstanceNew = "instance_new", 52655;
    InstanceInit = "instance_init", 29158;
    IsinstanceCall = "isinstance_call", 4480;
    CallFunction = "call_function", 16240;
    CallArg = "call_arg", 466;
    CallKeyword = "call_keyword", 4824;
    CallDefault = "call_default", 964;
    CallMethod = "call_method", 19070;
    CallStar = "call_star", 44272;
    SuperCall = "super_call", 72361;
    MakeFunction = "make_function", 44023;
    MakeClosure = "make_closure", 59494;
    BuiltinCall = "builtin_call", 6107;
    LenCall = "len_call", 3855;
    RangeCall = "range_call", 79448;
    MinItem = "min_item", 10279;
    SumItem = "sum_item", 3896;
    LambdaKeyCall = "lambda_key_call", 29809;
    TryEnter = "try_enter", 2587;
    RaiseCatch = "raise_catch", 105409;
    UnwindFrame = "unwind_frame", 91513;
    GeneratorNew = "generator_new", 150872;
    GeneratorTurn = "generator_turn", 11223;
    GeneratorResume = "generator_resume", 13626;
    PrintCall = "print_call", 195609;
    PrintArg = "print_arg", 145440;
    PrintByte = "print_byte", 148;
    TimeCall = "time_call", 39522;
    PerfCounterCall = "perf_counter_call", 39835;
    RandomCall = "random_call", 19762;
    RandintCall = "randint_call", 236005;
    SqrtCall = "sqrt_call", 12735;
    CurrentThreadCall = "current_thread_call", 58491;
    LockAcquireRelease = "lock_acquire_release", 59965;
    LockWith = "lock_with", 142076;
    PickleItem = "pickle_item", 9638;
    PickleByte = "pickle_byte", 629;
}

/// Prices in picoseconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Costs {
    classes: Vec<u64>,
    ops: Vec<u64>,
}

impl Default for Costs {
    fn default() -> Self {
        Self::from_nanos(&BTreeMap::new())
    }
}

impl Costs {
    /// A table from a profile: nanoseconds by class name. Unknown names are ignored, missing ones take the default.
    #[must_use]
    pub fn from_nanos(profile: &BTreeMap<String, f64>) -> Self {
        let classes: Vec<u64> = NAMES
            .iter()
            .zip(DEFAULTS)
            .map(|(name, &default)| {
                profile.get(*name).filter(|n| n.is_finite() && **n >= 0.0).map_or(default, |n| (n * 1000.0) as u64)
            })
            .collect();
        let mut costs = Self { classes, ops: Vec::new() };
        costs.ops = Op::ALL.iter().map(|&op| costs.op_price(op).max(1)).collect();
        costs.ops.resize(256, 1);
        costs
    }

    /// Picoseconds of a class.
    #[inline]
    #[must_use]
    pub fn of(&self, cost: Cost) -> u64 {
        self.classes.get(cost as usize).copied().unwrap_or(0)
    }

    /// Picoseconds per opcode, 256 entries.
    #[must_use]
    pub fn ops(&self) -> &[u64] {
        &self.ops
    }

    /// The price of one of our instructions: the CPython instructions it stands for. Register operands save CPython's
    /// loads and stores, so operators include them.
    fn op_price(&self, op: Op) -> u64 {
        let of = |c| self.of(c);
        let (load, store) = (of(Cost::LocalLoad), of(Cost::LocalStore));
        let compare = 2 * load + of(Cost::IntCompare) + of(Cost::Branch);
        match op {
            Op::Nop | Op::CheckBound | Op::Clear | Op::MakeGenerator | Op::LoadFree => 0,
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
            Op::JumpBack => of(Cost::JumpBack),
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
            Op::Yield | Op::YieldDelegate => of(Cost::GeneratorTurn) / 2,
            Op::GetYieldFrom | Op::GetAwaitable | Op::Send | Op::GetAIter | Op::GetANext => of(Cost::GeneratorTurn) / 2,
            Op::EndAsyncFor => of(Cost::Branch),
            Op::Raise => of(Cost::RaiseCatch) / 2,
            Op::Reraise => of(Cost::RaiseCatch) / 4,
            Op::PushExc | Op::PopExc | Op::ExcMatch | Op::ExcGroupMatch | Op::ExcGroupRest => of(Cost::RaiseCatch) / 12,
            Op::WithEnter | Op::AsyncWithEnter => of(Cost::LockWith) / 4,
            Op::WithExit => of(Cost::LockWith) / 4,
            Op::ImportName | Op::ImportFrom | Op::ImportStar => of(Cost::DictGet) * 20,
            Op::MatchSequence | Op::MatchMapping | Op::GetLen => load + of(Cost::LenCall),
            Op::MatchKeys | Op::MatchClass | Op::DictWithout => load + of(Cost::IsinstanceCall),
        }
    }
}
