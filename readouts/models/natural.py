"""Natural keys: how fixtures and archive files name a row without its number."""

from __future__ import annotations

from functools import reduce
from typing import Any, ClassVar, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class NaturalKeyQuerySet(models.QuerySet[M]):
    """Finds rows by the fields their model calls natural; the base of our query sets."""

    def get_by_natural_key(self, *values: Any) -> Any:
        fields: tuple[str, ...] = self.model.natural_fields  # type: ignore[attr-defined]
        return self.get(**dict(zip(fields, values, strict=True)))


class NaturalKeyModel(models.Model):
    """A model whose `natural_fields` (paths allowed: "official__slug") name one row for good."""

    natural_fields: ClassVar[tuple[str, ...]]
    natural_dependencies: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[Any, ...]:
        def value(path: str) -> Any:
            return reduce(getattr, path.split("__"), self)

        return tuple(value(path) for path in self.natural_fields)


class Appended(models.Model):
    """A row that is written once: it refuses update and delete in Python, and PostgreSQL refuses
    them too (`models.enforcement`). `may_change` names the exceptions."""

    may_change: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            fields = kwargs.get("update_fields")
            if fields is None or not set(fields) <= self.may_change:
                raise AppendOnlyError(type(self))
        else:
            # A new row under the key of an old one must fail, not overwrite it.
            kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise AppendOnlyError(type(self))


class AppendedQuerySet(NaturalKeyQuerySet[M]):
    """The query set of rows that are written once."""

    def update(self, **kwargs: Any) -> int:
        if not set(kwargs) <= self.model.may_change:  # type: ignore[attr-defined]
            raise AppendOnlyError(self.model)
        return super().update(**kwargs)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> int:
        raise AppendOnlyError(self.model)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[M]:
        if kwargs.get("update_conflicts"):
            raise AppendOnlyError(self.model)
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError(self.model)


class AppendOnlyError(TypeError):
    """Somebody tried to change or remove what is kept for good."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(
            f"A {model._meta.verbose_name} is written once and kept: it can be neither changed "
            "nor deleted. Record a new one instead."
        )
