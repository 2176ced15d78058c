"""What a person sees of the panels and can do with them."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from textual.app import App

from checklist import Journal, Status
from parser import load, parse
from tui.language import choose
from tui.panels import Panels
from tui.panels.cells import measure
from tui.panels.page import Page
from tui.panels.rows import PREAMBLE, Rows
from tui.panels.view import Place, View

SAMPLE = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))


@pytest.fixture(autouse=True)
def english():
    choose("en")


@pytest.fixture
def document():
    return load(SAMPLE)


def view_of(document, checklist, width=80, height=24):
    rows = Rows(document)
    page = Page(document, checklist, rows)
    page.resize(width, page.widths)
    page.today = date(2026, 11, 22)
    view = View(rows, page)
    view.height = height
    return view


@pytest.fixture
def view(document, tmp_path):
    return view_of(document, Journal(document, state=tmp_path / "s.json").checklist)


def text(lines):
    return ["".join(piece.text for piece in line.pieces).rstrip() for line in lines]


def rows_shown(view):
    row, found = view.rows.first(), []
    while row is not None:
        found.append(row)
        row = view.rows.next(row)
    return found


def test_every_row_comes_after_its_previous_one(view):
    for level in (0, 1, 2):
        view.rows.fold_to(level)
        shown = rows_shown(view)
        row, back = view.rows.last(), []
        while row is not None:
            back.append(row)
            row = view.rows.previous(row)
        assert back[::-1] == shown
    assert len(rows_shown(view)) == 1 + 3 + 10 + 4


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("mode", ["read", "checklist"])
def test_no_line_is_wider_than_the_window(view, width, mode):
    view.page.mode = mode
    view.page.resize(width, view.page.widths)
    view.height = 10_000
    for line in view.seen(None):
        assert measure("".join(piece.text for piece in line.pieces)) <= width - 2


def test_a_heading_shows_how_far_its_measures_are(view):
    view.rows.fold_to(1)
    view.page.touch()
    assert text(view.seen(None))[-1].split() == ["▸", "三、下一步整改措施", "0/9"]


def test_scrolling_down_and_up_again_comes_back(view):
    start = text(view.seen(None))
    for lines in (1, 5, 11, 40):
        view.scroll(lines)
        view.scroll(-lines)
        assert text(view.seen(None)) == start


def test_the_end_stands_at_the_bottom(view):
    view.to_end()
    shown = view.window()
    assert len(shown) == view.height
    assert text([shown[-1][1]])[0].endswith("巡察“铁军”。")


def test_a_place_of_the_text_is_found_on_its_line(view, document):
    offset = document.text.index("铁军")
    place = view.find(offset)
    line = view.page.lines(place.row, place.block)[place.line]
    assert "铁军" in "".join(piece.text for piece in line.pieces)


def test_only_the_rows_asked_for_and_their_headings_are_shown(view, document):
    measure_row = document.nodes[-1].index
    view.rows.restrict({measure_row})
    assert [view.rows.nodes[row].depth for row in rows_shown(view)] == [1, 2, 3]


def test_rows_can_be_shown_in_another_order(view):
    view.rows.arrange([20, 5, 9])
    assert rows_shown(view) == [20, 5, 9]
    assert view.rows.last() == 9
    assert view.rows.previous(5) == 20


def test_a_section_is_shown_alone(view, document):
    section = document.roots[1]
    view.rows.hoisted = section.index
    assert rows_shown(view) == list(range(section.index, section.index + 5))


def test_the_thumb_reaches_both_ends(view):
    assert view.thumb()[0] == 0
    view.to_end()
    assert view.thumb()[1] == 1


def test_a_document_without_numbering_can_be_read(tmp_path):
    document = parse("甲。\n" * 50)
    view = view_of(document, Journal(document, state=tmp_path / "s.json").checklist)
    assert len(view.window()) == view.height
    view.to_end()
    assert rows_shown(view) == [PREAMBLE]


def test_an_empty_document_is_an_empty_window(tmp_path):
    document = parse("")
    view = view_of(document, Journal(document, state=tmp_path / "s.json").checklist)
    assert view.window() == []
    view.scroll(3)
    view.to_end()
    assert view.thumb() == (0.0, 1.0)


class Host(App[None]):
    def __init__(self, document, journal):
        super().__init__()
        self.panels = Panels(document, journal.checklist)
        self.heard = []

    def compose(self):
        yield self.panels

    def on_panels_cursor_moved(self, message):
        self.heard.append(("moved", message.row))

    def on_panels_ticked(self, message):
        self.heard.append(("ticked", message.row))


def drive(document, journal, steps, size=(80, 24)):
    async def run():
        app = Host(document, journal)
        async with app.run_test(size=size) as pilot:
            await steps(app, app.panels, pilot)

    asyncio.run(run())


def seen(panels):
    return [panels.render_line(y).text.rstrip() for y in range(panels.size.height)]


def test_a_click_on_a_box_ticks_and_one_on_a_heading_folds(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        panels.bottom()
        await pilot.pause()
        y = next(i for i, line in enumerate(seen(panels)) if "☐" in line)
        x = seen(panels)[y].index("☐")
        await pilot.click(Panels, offset=(x, y))
        assert app.heard[-1][0] == "ticked"
        journal.change(document.nodes[app.heard[-1][1]], status="done")
        panels.show_checklist(journal.checklist)
        await pilot.pause()
        assert "☑" in seen(panels)[y]
        heading = next(i for i, line in enumerate(seen(panels)) if "（四）" in line)
        await pilot.click(Panels, offset=(12, heading))
        await pilot.pause()
        assert any("▸ （四）" in line for line in seen(panels))

    drive(document, journal, steps)


def test_only_the_lines_that_changed_are_painted(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        painted = []
        panels.refresh = lambda *regions, **_: painted.extend(regions)
        panels.move(1)
        assert 1 <= sum(region.height for region in painted) <= 6
        painted.clear()
        panels.repaint()
        assert not painted

    drive(document, journal, steps)


def test_hits_are_highlighted_where_they_stand(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        at = document.text.index("铁军")
        panels.mark_hits([(at, at + 2)], 0)
        panels.go_to_offset(at)
        await pilot.pause()
        pieces = [piece for line in panels._painted for piece in line.pieces]
        assert [piece.text for piece in pieces if piece.style == "hit-current"] == ["铁军"]

    drive(document, journal, steps)


def test_selected_text_is_the_documents_own(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        await pilot.mouse_down(Panels, offset=(8, 0))
        await pilot.hover(Panels, offset=(8, 2))
        await pilot.mouse_up(Panels, offset=(8, 2))
        chosen = app.screen.get_selected_text()
        assert chosen
        assert chosen in document.text
        assert "\n" not in chosen

    drive(document, journal, steps)


def test_position_folds_and_mode_come_back(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        panels.fold(document.roots[0].index)
        panels.go_to(document.nodes[-2].index)
        before, state = seen(panels), panels.view_state()
        panels.unfold_all()
        panels.top()
        panels.restore(state)
        assert seen(panels) == before
        assert panels.cursor == document.nodes[-2].index

    drive(document, journal, steps)


def test_place_and_folds_survive_an_edited_document(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")
    longer = parse("附言。\n" + document.text, title=document.title)

    async def steps(app, panels, pilot):
        panels.fold(document.roots[1].index)
        panels.go_to(document.nodes[-1].index)
        panels.show_document(longer, Journal(longer, state=tmp_path / "s.json").checklist)
        assert longer.nodes[panels.cursor].title == document.nodes[-1].title
        assert panels.rows.folded == {longer.roots[1].index}

    drive(document, journal, steps)


def test_the_selected_row_stays_in_sight(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        for act in (panels.bottom, panels.top, panels.fold_all, panels.cycle, panels.unfold_all):
            act()
            assert panels.view.extent(panels.cursor)
        for _ in range(60):
            panels.move(1)
            assert panels.view.extent(panels.cursor)
        for size in ((40, 10), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            assert panels.view.extent(panels.cursor)

    drive(document, journal, steps)


def test_the_window_is_full_though_its_first_line_was_folded_away(view, document):
    view.height = 6
    view.top = Place(document.nodes[-1].index)
    view.rows.fold_to(1)
    view.page.touch()
    shown = view.window()
    assert shown[-1][0].row == document.roots[-1].index
    assert len(shown) == view.height


def test_the_selected_row_stands_where_it_stood_when_those_above_it_say_more(tmp_path):
    document = parse("".join(f"{n}. 第{n}项工作要抓紧办好。\n" for n in range(1, 40)))
    journal = Journal(document, state=tmp_path / "s.json")
    owner = "办公室、组织部、宣传部、纪委机关、政法委、统战部"

    async def steps(app, panels, pilot):
        await pilot.pause()
        panels.select(12)
        stood = panels.view.extent(12)
        for row in (3, 5, 11):
            journal.change(document.nodes[row], owner=owner, due="2026-12-31")
            panels.show_checklist(journal.checklist)
            assert panels.view.extent(12) == stood
        assert sum("2026-12-31" in line for line in seen(panels)) == 3

    drive(document, journal, steps, size=(44, 14))


def test_the_selected_row_is_seen_in_the_room_that_a_bar_leaves(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        await pilot.pause()
        panels.fold_all()
        await pilot.resize_terminal(80, 6)
        panels.bottom()
        before = panels.view_state()
        panels.cover(1)
        assert panels.view.extent(panels.cursor)[0] < panels.room
        panels.restore(before)
        assert panels.view.extent(panels.cursor)[0] < panels.room

    drive(document, journal, steps)


def test_who_reads_in_the_middle_of_a_long_row_stays_there_when_a_bar_comes(tmp_path):
    document = parse("一、持续学习\n" + "还要再学再用。" * 300)
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        await pilot.pause()
        panels.scroll_lines(12)
        top = panels.view.top
        panels.cover(1)
        assert panels.view.top == top
        await pilot.resize_terminal(80, 20)
        assert panels.view.top == top

    drive(document, journal, steps)


def test_an_overdue_item_says_so_in_words(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")
    node = document.nodes[-1]
    journal.change(node, owner="张三", due="2026-11-19", status=Status.DOING)
    view = view_of(document, journal.checklist)
    line = next(line for line in text(view.page.lines(node.index, 0)) if "张三" in line)
    assert line.endswith("张三 · 3 days late · under way")


def test_the_first_place_is_the_preamble(view):
    assert view.top == Place(PREAMBLE)


def test_a_place_restored_before_the_first_layout_is_shown_exactly(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")
    kept = {}

    async def leave(app, panels, pilot):
        panels.turn(1)
        panels.scroll_lines(3)
        kept.update(state=panels.view_state(), seen=seen(panels))

    async def come_back(app, panels, pilot):
        assert seen(panels) == kept["seen"]

    drive(document, journal, leave, (57, 23))

    class Restored(Host):
        def compose(self):
            self.panels.restore(kept["state"])
            yield self.panels

    async def run():
        app = Restored(document, journal)
        async with app.run_test(size=(57, 23)) as pilot:
            await come_back(app, app.panels, pilot)

    asyncio.run(run())


def test_a_long_owner_gives_way_to_the_day(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")
    node = document.nodes[-1]
    journal.change(node, owner="责任领导：张三；责任单位：办公室、机关党委", due="2026-11-19")
    view = view_of(document, journal.checklist)
    shown = text(view.page.lines(node.index, 0))
    line = next(line for line in shown if "责任领导" in line)
    assert line.endswith("… · 3 days late")


def test_hits_before_the_first_heading_are_rows_too(view):
    view.rows.restrict({PREAMBLE, 5})
    assert rows_shown(view)[0] == PREAMBLE
    assert rows_shown(view)[-1] == 5
    view.rows.restrict({5})
    assert PREAMBLE not in rows_shown(view)


def test_what_is_folded_in_the_text_hides_nothing_of_the_checklist(document, tmp_path):
    journal = Journal(document, state=tmp_path / "s.json")

    async def steps(app, panels, pilot):
        panels.fold_all()
        folded = set(panels.rows.folded)
        panels.mode = "checklist"
        panels.restrict({item.node.index for item in journal.checklist.items})
        assert sum("☐" in line for line in seen(panels)) == 9
        panels.restore(panels.view_state())
        panels.mode = "read"
        panels.restrict(None)
        assert panels.rows.folded == folded

    drive(document, journal, steps)
