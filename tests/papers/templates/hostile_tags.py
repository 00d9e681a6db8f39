"""Tags with which a template would never end, or would reach what is none of its facts."""

from __future__ import annotations

ENDLESS = [
    "{% for i in range(10**12) %}x{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% if j > i %}x{% endif %}{% endfor %}{% endfor %}",
    "{{ 'a' * 10**10 }}",
    "{{ 10**(10**10) }}",
    "{{ '%1000000000d' % 1 }}",
    "{% set n = namespace(t='aaaaaaaaaa') %}{% for i in range(99) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
    "{% set n = namespace(t='aaaaaaaaaa') %}{% for i in range(99) %}{% set n.t = n.t + n.t %}{% endfor %}",
    "{% set n = namespace(t=[1]) %}{% for i in range(99) %}{% set n.t = [n.t, n.t] %}{% endfor %}",
    "{% set n = namespace(t='aa') %}{% for i in range(99) %}{% set n.t = n.t|replace('a', n.t) %}{% endfor %}",
    "{% set n = namespace(t='aa') %}{% for i in range(99) %}{% set n.t = [n.t, n.t]|join %}{% endfor %}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% for i in range(99999) recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ o }} " * 50_000,
    "{{ range(100000)|map('list')|list|sum(start=[]) }}",
    "{{ (range(99999)|groupby(0))|sum(start=[]) }}",
    "{% set n = namespace(t='ab') %}{% for i in range(23) %}{% set n.t = n.t ~ n.t %}{% endfor %}{{ n.t|trim(n.t) }}",
    "{{ range(99999)|map('list')|map('sort')|map('sum', start=[])|list|length }}{% for i in range(99999) %}"
    "{{ range(9999)|map('upper')|list|length }}{% endfor %}",
    "{{ 5|round(-1000000000) }}",
    "{% for i in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
]

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ o['__class__'] }}",
    "{{ o.ten.__class__ }}",
    "{{ o|attr('__class__') }}",
    "{{ range.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(a=1).__class__ }}",
    "{{ loop }}",
    "{% for x in ds %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{{ self.__dict__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ o.ten.format(o) }}",
    "{{ '{0.__class__}'.format(o) }}",
    "{{ o.ten.encode() }}",
    "{{ ds.append(1) }}",
    "{{ o.clear() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{{ ds|map(attribute='__class__')|list|first }}",
]
