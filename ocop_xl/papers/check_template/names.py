"""The names in an expression against what a kind of paper offers: unknown ones are told, also in untaken branches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from ocop_xl.papers.shapes import Anything, Group, Items, Leaf, Shape, leaves, merged
from ocop_xl.papers.word.blame import nearest
from ocop_xl.papers.word.sandbox import GROUP_METHODS, TEXT_METHODS, paper_environment

Report = Callable[..., None]
"""`report(code, **facts)` for the tag in hand."""

_TEXT = Leaf()
_LOOP_NUMBERS = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0", "first", "last")
_ENVIRONMENT = paper_environment()
_FILTERS = [name for name in _ENVIRONMENT.filters if not name.startswith("_")]
_SAME_LIST = frozenset({"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"})
_ONE_OF_LIST = frozenset({"first", "last", "min", "max"})
_ATTRIBUTE_FIRST = frozenset({"selectattr", "rejectattr", "groupby"})


def loop_shape(item: Shape) -> Group:
    """`loop` inside a for."""
    fields: dict[str, Shape] = dict.fromkeys(_LOOP_NUMBERS, _TEXT)
    return Group(fields | {"previtem": item, "nextitem": item, "cycle": Anything(), "changed": Anything()})


def mapping_of(shapes: Mapping[str, Shape]) -> dict[str, Any]:
    """Names and the names inside their groups, as `nearest` wants them."""
    return {name: dict(shape.fields) if isinstance(shape, Group) else "" for name, shape in shapes.items()}


class Names:
    """The names that are known at one spot, innermost first, and those that were used."""

    def __init__(self, values: Mapping[str, Shape], report: Report) -> None:
        self.scopes: list[dict[str, Shape]] = [dict(values)]
        self.report = report
        self.used: set[str] = set()
        self._in_lists = {
            leaf.path.rpartition(".")[2]: leaf.path for leaf in leaves(Group(values)) if "[]." in leaf.path
        }

    def bind(self, name: str, shape: Shape) -> None:
        self.scopes[-1][name] = shape

    def bind_target(self, target: nodes.Node, item: Shape) -> None:
        """The variables of `for x in`, `for a, b in`, `set x =`."""
        if isinstance(target, nodes.Name):
            self.bind(target.name, item)
        elif isinstance(target, nodes.Tuple):
            positions = item.positions if isinstance(item, Items) else ()
            for number, part in enumerate(target.items):
                self.bind_target(part, positions[number] if number < len(positions) else Anything())

    def shape(self, node: nodes.Node, *, may_lack: bool = False) -> Shape:
        """What an expression leads to, unknown names reported; `may_lack`: the template asks for them."""
        if isinstance(node, nodes.Name):
            return self._name(node.name, may_lack)
        if isinstance(node, nodes.Getattr):
            return self._inside(self.shape(node.node, may_lack=may_lack), node.attr, may_lack)
        if isinstance(node, nodes.Getitem):
            return self._item(node, may_lack)
        if isinstance(node, nodes.Call):
            return self._call(node)
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        if isinstance(node, nodes.Test):
            return self._test(node)
        if isinstance(node, nodes.CondExpr):
            self.shape(node.test)
            other = [self.shape(node.expr2)] if node.expr2 is not None else []
            return merged([self.shape(node.expr1), *other])
        if isinstance(node, nodes.Or | nodes.And | nodes.Add):
            return merged([self.shape(node.left), self.shape(node.right)])
        if isinstance(node, nodes.List):
            return Items(merged([self.shape(item) for item in node.items]))
        if isinstance(node, nodes.Tuple):
            members = tuple(self.shape(item) for item in node.items)
            return Items(merged(members), "", members)
        if isinstance(node, nodes.Dict):
            return self._dict(node)
        for inner in node.iter_child_nodes():
            self.shape(inner)
        return Leaf()

    def _name(self, name: str, may_lack: bool) -> Shape:
        for scope in reversed(self.scopes):
            if name in scope:
                self._use(scope[name])
                return scope[name]
        if name in _ENVIRONMENT.globals:
            return Anything()
        if not may_lack:
            known = {key: shape for scope in self.scopes for key, shape in scope.items()}
            self.report("MAU-03", name=name[:80], hint=self._hint(name, None, mapping_of(known)))
        return Anything()

    def _inside(self, shape: Shape, name: str, may_lack: bool) -> Shape:
        if isinstance(shape, Anything):
            return shape
        if isinstance(shape, Group):
            if name in shape.fields:
                self._use(shape.fields[name])
                return shape.fields[name]
            if name in GROUP_METHODS:
                return Anything()
        elif isinstance(shape, Leaf) and name in TEXT_METHODS:
            return Anything()
        if name.startswith("_"):
            self.report("MAU-13", name=name[:80])
        elif not may_lack:
            known = list(shape.fields) if isinstance(shape, Group) else []
            self.report("MAU-03", name=name[:80], hint=self._hint(name, known, {}, shape))
        return Anything()

    def _hint(self, name: str, known: list[str] | None, values: Mapping[str, Any], shape: Shape | None = None) -> str:
        near = nearest(name, known, values)
        if near:
            return f", tên gần nhất là «{near}»"
        if isinstance(shape, Items):
            return f" vì «{shape.path}» là một danh sách, phải lặp bằng lệnh for rồi mới lấy được"
        listed = self._in_lists.get(name)
        return f", trường này chỉ có trong vòng for của danh sách «{listed.rpartition('[]')[0]}»" if listed else ""

    def _item(self, node: nodes.Getitem, may_lack: bool) -> Shape:
        whole = self.shape(node.node, may_lack=may_lack)
        if isinstance(node.arg, nodes.Slice):
            return whole
        if isinstance(node.arg, nodes.Const):
            if isinstance(node.arg.value, str):
                return self._inside(whole, node.arg.value, may_lack)
        else:
            self.shape(node.arg)
        if isinstance(whole, Items):
            return whole.item
        return _TEXT if isinstance(whole, Leaf) else Anything()

    def _call(self, node: nodes.Call) -> Shape:
        self._arguments(node)
        made = node.node
        if isinstance(made, nodes.Name) and made.name == "range" and not self._known(made.name):
            return Items(_TEXT)
        if isinstance(made, nodes.Getattr):
            owner = self.shape(made.node)
            shape = self._inside(owner, made.attr, may_lack=False)
            if isinstance(owner, Leaf):
                return _TEXT
            if isinstance(owner, Group) and made.attr in GROUP_METHODS and made.attr not in owner.fields:
                return _of_group(owner, made.attr)
        else:
            shape = self.shape(made)
        if not isinstance(shape, Anything):
            self.report("MAU-13", name="( )")
        return Anything()

    def _known(self, name: str) -> bool:
        return any(name in scope for scope in self.scopes)

    def _filter(self, node: nodes.Filter) -> Shape:
        optional = node.name in ("default", "d")
        whole = self.shape(node.node, may_lack=optional) if node.node is not None else _TEXT
        self._arguments(node)
        if node.name not in _FILTERS:
            near = nearest(node.name, _FILTERS, {})
            self.report("MAU-07", what="bộ lọc", name=node.name[:80], hint=f", gần nhất là «{near}»" if near else "")
            return Anything()
        if optional:
            return merged([whole, *(self.shape(argument) for argument in node.args)])
        item = whole.item if isinstance(whole, Items) else Anything()
        if node.name in _SAME_LIST or node.name in _ONE_OF_LIST or node.name in ("map", "sum", "join", "groupby"):
            inner = self._attribute(node, item)
            if node.name in _SAME_LIST:
                return whole
            if node.name in _ONE_OF_LIST:
                return item
            if node.name == "map":
                return Items(inner if inner is not None else Anything())
            if node.name == "groupby":
                return Items(Items(Anything(), "", (_TEXT, whole)))
        if node.name in ("items", "dictsort"):
            return _of_group(whole, "items") if isinstance(whole, Group) else Items(Anything())
        return _TEXT

    def _attribute(self, node: nodes.Filter, item: Shape) -> Shape | None:
        """The item's field that a filter names (`map(attribute='ten')`, `selectattr('ten')`), None without one."""
        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        position = 1 if node.name == "join" else 0
        if node.name in _ATTRIBUTE_FIRST or node.name in ("join", "sum"):
            named += node.args[position : position + 1]
        path = named[0] if named else None
        if not isinstance(path, nodes.Const) or not isinstance(path.value, str):
            return None
        shape = item
        for name in path.value.split("."):
            shape = self._inside(shape, name, may_lack=False)
        return shape

    def _test(self, node: nodes.Test) -> Shape:
        self.shape(node.node, may_lack=node.name in ("defined", "undefined"))
        self._arguments(node)
        if node.name not in _ENVIRONMENT.tests:
            near = nearest(node.name, list(_ENVIRONMENT.tests), {})
            self.report("MAU-07", what="phép thử", name=node.name[:80], hint=f", gần nhất là «{near}»" if near else "")
        return _TEXT

    def _arguments(self, node: nodes.Call | nodes.Filter | nodes.Test) -> None:
        rest = [extra for extra in (node.dyn_args, node.dyn_kwargs) if extra is not None]
        for argument in (*node.args, *(pair.value for pair in node.kwargs), *rest):
            self.shape(argument)

    def _dict(self, node: nodes.Dict) -> Shape:
        fields: dict[str, Shape] = {}
        for pair in node.items:
            if not isinstance(pair.key, nodes.Const):
                return Anything()
            fields[str(pair.key.value)] = self.shape(pair.value)
        return Group(fields)

    def _use(self, shape: Shape) -> None:
        self.used.add(shape.path)


def _of_group(group: Group, method: str) -> Shape:
    inside = merged(group.fields.values())
    if method == "keys":
        return Items(_TEXT)
    return Items(inside) if method == "values" else Items(Items(Anything(), "", (_TEXT, inside)))
