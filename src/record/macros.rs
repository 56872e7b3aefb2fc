//! How records are declared: one list of fields gives the struct, its reader, its published shape and its schema.

/// Declares a record: `key: Type, "Vietnamese label", "Vietnamese explanation";` a line a field.
/// `key as "wire"` names the YAML key when it is a word of Rust; `..common: Common;` takes over another record's keys.
macro_rules! record {
    (
        $(#[$doc:meta])*
        struct $name:ident = $wire_name:literal {
            $(..$flat:ident : $flat_ty:ty;)?
            $($key:ident $(as $wire:literal)? : $ty:ty, $label:literal, $help:literal;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, serde::Serialize)]
        pub struct $name {
            $(
                #[doc = "Keys shared with other records."]
                #[serde(flatten)]
                pub $flat: $flat_ty,
            )?
            $(
                #[doc = $label]
                #[doc = ""]
                #[doc = $help]
                $(#[serde(rename = $wire)])?
                #[serde(skip_serializing_if = "crate::record::Field::is_absent")]
                pub $key: $ty,
            )*
        }

        impl $crate::record::Record for $name {
            const NAME: &'static str = $wire_name;

            fn set(&mut self, key: &str, node: &$crate::record::node::Node, cx: &mut $crate::record::Cx) -> bool {
                $(
                    if key == $crate::record::wire_key!($key $($wire)?) {
                        self.$key = $crate::record::Field::decode(node, cx);
                        return true;
                    }
                )*
                let _ = (&node, &cx);
                $(return $crate::record::Record::set(&mut self.$flat, key, node, cx);)?
                #[allow(unreachable_code)]
                false
            }

            fn each_required(show: &mut dyn FnMut(&'static str, &'static str)) {
                $(
                    if <$ty as $crate::record::Field>::REQUIRED {
                        show($crate::record::wire_key!($key $($wire)?), $label);
                    }
                )*
                $(<$flat_ty as $crate::record::Record>::each_required(show);)?
                let _ = show;
            }

            fn fields() -> Vec<$crate::record::schema::FieldInfo> {
                let own = vec![$($crate::record::schema::FieldInfo {
                    key: $crate::record::wire_key!($key $($wire)?),
                    label: $label,
                    help: $help,
                    required: <$ty as $crate::record::Field>::REQUIRED,
                    shape: <$ty as $crate::record::Field>::shape,
                }),*];
                $(
                    let own = own.into_iter().chain(<$flat_ty as $crate::record::Record>::fields()).collect();
                )?
                own
            }
        }

        impl $name {
            /// Shows every leaf inside to a visitor.
            pub fn walk_fields(&self, visitor: &mut dyn $crate::record::Visit) {
                $(self.$flat.walk_fields(visitor);)?
                $($crate::record::Field::walk(&self.$key, visitor);)*
                let _ = visitor;
            }

            /// Lets a visitor complete every person and body inside.
            pub fn walk_fields_mut(&mut self, visitor: &mut dyn $crate::record::Complete) {
                $(self.$flat.walk_fields_mut(visitor);)?
                $($crate::record::Field::walk_mut(&mut self.$key, visitor);)*
                let _ = visitor;
            }
        }
    };
}

/// A record that is read as a plain mapping and nothing else.
macro_rules! map_field {
    ($($name:ident),* $(,)?) => {$(
        impl $crate::record::Field for $name {
            fn decode(node: &$crate::record::node::Node, cx: &mut $crate::record::Cx) -> Self {
                $crate::record::decode_map(node, cx)
            }

            fn walk(&self, visitor: &mut dyn $crate::record::Visit) {
                self.walk_fields(visitor);
            }

            fn walk_mut(&mut self, visitor: &mut dyn $crate::record::Complete) {
                self.walk_fields_mut(visitor);
            }

            fn shape() -> $crate::record::schema::Shape {
                $crate::record::schema::Shape::Map(<$name as $crate::record::Record>::NAME, <$name as $crate::record::Record>::fields)
            }
        }
    )*};
}

/// A mapping that a plain text may stand for: `$key` takes the text, the rest stays empty.
macro_rules! text_or_map_field {
    ($($name:ident . $key:ident),* $(,)?) => {$(
        impl $crate::record::Field for $name {
            fn decode(node: &$crate::record::node::Node, cx: &mut $crate::record::Cx) -> Self {
                match node.scalar() {
                    Some(_) => $name { $key: $crate::record::Field::decode(node, cx), ..$name::default() },
                    None => $crate::record::decode_map(node, cx),
                }
            }

            fn walk(&self, visitor: &mut dyn $crate::record::Visit) {
                self.walk_fields(visitor);
            }

            fn walk_mut(&mut self, visitor: &mut dyn $crate::record::Complete) {
                self.walk_fields_mut(visitor);
            }

            fn shape() -> $crate::record::schema::Shape {
                $crate::record::schema::Shape::TextOrMap(<$name as $crate::record::Record>::NAME, <$name as $crate::record::Record>::fields)
            }
        }
    )*};
}

macro_rules! wire_key {
    ($key:ident) => {
        stringify!($key)
    };
    ($key:ident $wire:literal) => {
        $wire
    };
}

/// Declares a closed choice: `Variant = "key" "Vietnamese name";`. The Vietnamese name is accepted too.
macro_rules! choice {
    ($(#[$doc:meta])* enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $wire:literal $viet:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            #[default]
            $(#[doc = $viet] $(#[$vdoc])* #[serde(rename = $wire)] $variant,)*
        }

        impl $name {
            /// Keys and Vietnamese names, in order.
            pub const CHOICES: &'static [(&'static str, &'static str)] = &[$(($wire, $viet)),*];

            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Its key in YAML and in templates.
            pub fn key(self) -> &'static str {
                Self::CHOICES[self as usize].0
            }

            /// Its Vietnamese name.
            pub fn name(self) -> &'static str {
                Self::CHOICES[self as usize].1
            }
        }

        impl $crate::record::Field for $name {
            fn decode(node: &$crate::record::node::Node, cx: &mut $crate::record::Cx) -> Self {
                $crate::record::value::choose(node, Self::CHOICES, cx).and_then(|at| Self::ALL.get(at).copied()).unwrap_or_default()
            }

            fn shape() -> $crate::record::schema::Shape {
                $crate::record::schema::Shape::Choice(Self::CHOICES)
            }
        }
    };
}

pub(crate) use {choice, map_field, record, text_or_map_field, wire_key};
