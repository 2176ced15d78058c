"""Finding what people mean in a document.

``Searcher(document).begin(Query.parse("巡察 整改"))`` is a search that is run in slices of time;
``search(document, query)`` runs it to its end.
"""

from tui.search.hit import Hit, Result
from tui.search.query import Query, QueryError
from tui.search.scan import Search, Searcher, search
from tui.search.warm import warm

__all__ = ["Hit", "Query", "QueryError", "Result", "Search", "Searcher", "search", "warm"]
