"""A run over feeds: what is fetched, paired, new, audited; what fails is named and stops nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.cli.exit_status import NOT_AUDITED
from auditor.cli.messages import tell
from auditor.cli.runs import Run
from auditor.errors import AuditorError, FeedError
from auditor.feeds.fetching import Limits, fetch, is_address
from auditor.feeds.items import Item, read_feed
from auditor.feeds.pairing import FeedPairs, ItemPair, pair_items
from auditor.feeds.state import digest, read_state, written
from auditor.readers import FileText, web_page
from auditor.reports.destination import demand_place, write_bytes
from auditor.reports.listing import Audited, Listing
from auditor.reports.shown_text import shown


@dataclass
class FeedRun:
    """`status` becomes NOT_AUDITED where a feed or an article fails."""

    run: Run
    limits: Limits
    state: Path | None
    follow: bool
    status: int = 0
    failures: list[str] = field(default_factory=list)
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        demand_place(self.state)
        self._known = read_state(self.state) if self.state else {}

    def audit(self, original: str, translated: Sequence[str]) -> Listing:
        """The audits of all pairs that are new or have changed, and are not both known from the state file."""
        audits: list[Audited] = []
        with self.run.progress():
            for _, paired in self._paired(original, translated):
                for pair in paired.pairs:
                    audited = self._tried(pair)
                    audits += [audited] if audited else []
        return Listing(tuple(audits), self.run.silence.decisions, tuple(self.failures))

    def listed(self, original: str, translated: Sequence[str]) -> Iterator[str]:
        """A line for each pair: confidence, what it rests on, both names; then for each article without a partner."""
        for feed, paired in self._paired(original, translated, quiet=True):
            for pair in paired.pairs:
                yield f"{pair.confidence:.2f}\t{pair.why}\t{_cell(pair.source)}\t{_cell(pair.target)}"
            for item in paired.sources:
                yield f"\tno partner in {feed}\t{_cell(item)}\t"
            for item in paired.targets:
                yield f"\tno partner in {original}\t\t{_cell(item)}"

    def remember(self) -> None:
        """Writes the state file, once the reports are written."""
        if self.state:
            write_bytes(self.state, written(self._known).encode())

    def _paired(
        self, original: str, translated: Sequence[str], *, quiet: bool = False
    ) -> Iterator[tuple[str, FeedPairs]]:
        sources = read_feed(fetch(original, self.limits), original)
        for feed in translated:
            try:
                targets = read_feed(fetch(feed, self.limits), feed)
            except AuditorError as error:
                self._failed(error)
                continue
            paired = pair_items(sources, targets, self.run.auditor.encoder)
            for place, item in [(feed, each) for each in paired.sources] + [
                (original, each) for each in paired.targets
            ]:
                if not (quiet or self.run.quiet):
                    tell(f"no partner in {place}: {item.name}")
            yield feed, paired

    def _tried(self, pair: ItemPair) -> Audited | None:
        try:
            return self._audited(pair)
        except AuditorError as error:
            self._failed(error)
            return None

    def _audited(self, pair: ItemPair) -> Audited | None:
        source, target = self._text(pair.source), self._text(pair.target)
        key = f"{pair.source.name} {pair.target.name}"
        mark = digest(source.text, target.text, self.run.auditor.signature)
        if self._known.get(key) == mark:
            return None
        audited = self.run.audit_texts(source, target, pair.source.name, pair.target.name)
        self._known[key] = mark
        return audited

    def _text(self, item: Item) -> FileText:
        if not self.follow:
            return FileText(item.name, item.text)
        if not is_address(item.link):
            raise FeedError(f"{item.name}: it has no address to follow")
        page = fetch(item.link, self.limits)
        found = web_page.decode(page, item.link, lambda _: None)
        return FileText(item.name, found.text, found.anchors)

    def _failed(self, error: AuditorError) -> None:
        tell(error)
        self.failures.append(str(error))
        self.status = NOT_AUDITED


def _cell(item: Item) -> str:
    return shown(item.name).strip()
