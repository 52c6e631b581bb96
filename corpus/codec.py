"""How the corpus is kept as JSON: fields by name, defaults left out, so that a new field needs no rewrite."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")
Decoder = Callable[[Any], Any]
_PARSER = json.JSONDecoder()


def dumps(value: object) -> str:
    """`value` (a dataclass, or a tuple of them) as compact JSON."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates, which PDFs can hold, cannot be stored


def loads(kind: type[T], text: str) -> T:
    """What `dumps` wrote of a `kind`; fields that are missing get their defaults, unknown ones are ignored."""
    value: T = _decoder(cast(Hashable, kind))(_PARSER.decode(text))
    return value


def loads_all(kind: type[T], text: str) -> tuple[T, ...]:
    """What `dumps` wrote of a tuple of `kind`."""
    return tuple(map(_decoder(cast(Hashable, kind)), json.loads(text)))


@cache
def _shape(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = ((name, getattr(value, name), default) for name, default in _shape(type(value)))
    return {name: _plain(item) for name, item, default in kept if default is MISSING or item != default}


@cache
def _decoder(hint: Hashable) -> Decoder:
    origin = typing.get_origin(hint)
    if origin is tuple:
        return _tuple_decoder(typing.get_args(hint))
    if origin in (typing.Union, types.UnionType):
        (inner,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
        return _optional(_decoder(inner))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_decoder(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass_decoder(hint)
    return _same


def _enum_decoder(kind: type[Enum]) -> Decoder:
    """By a table, which is five times as quick as calling the Enum; what is not in it goes there to be refused."""
    members = {member.value: member for member in kind}
    return lambda value: members.get(value) or kind(value)


def _same(value: Any) -> Any:
    return value


def _optional(inner: Decoder) -> Decoder:
    return inner if inner is _same else lambda value: None if value is None else inner(value)


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    inner = _decoder(args[0])
    if inner is _same:
        return tuple
    return lambda values: tuple(map(inner, values))


def _dataclass_decoder(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    known = decoders.keys()
    changed = tuple((name, decoder) for name, decoder in decoders.items() if decoder is not _same)

    def decode(row: dict[str, Any]) -> Any:
        """From a row that nobody else has: what is more than a plain value is decoded where it stands."""
        for name, decoder in changed:
            if name in row:
                row[name] = decoder(row[name])
        if not row.keys() <= known:
            row = {name: value for name, value in row.items() if name in known}
        return kind(**row)

    return decode
