"""The model of a generated SDK: what is read from a package's source, and what is written of it.

The SDK here is ours, small, and of the shape that generators write; its modules fail when they are imported.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.cli.sdk import sdk_command
from attio_scopes.manifest.sdk import SdkMethod, SdkModel, read_sdk
from attio_scopes.manifest.sdk_emit import emit_sdk
from attio_scopes.model.errors import UserError
from attio_scopes.rule_files import load_manifest, rules_folder

INIT = """
    from .client import *
    from ._version import __version__

    raise RuntimeError("imported")
"""
VERSION = '__version__: str = "3.1.4"\n'
CLIENT = """
    from typing import TYPE_CHECKING
    from .base import Base
    from .security import Security

    SERVERS = ["https://api.attio.com/", "https://sandbox.example.com"]

    if TYPE_CHECKING:
        from crmkit.notes import Notes

    class Kit(Base):
        notes: "Notes"
        _lazy = {"notes": ("crmkit.notes", "Notes"), "groups": ("crmkit.groups", "Groups")}

        def __init__(self, key, server_url=None, timeout_ms=None):
            self.security = Security(token=key)
"""
BASE = """
    class Base:
        def _build(self, method, path, request=None, **rest):
            return (method, path, request)

        def _go(self, method, path):
            return self._build(method=method, path=path)
"""
NOTES = """
    from .base import Base
    from crmkit import models

    class Notes(Base):
        def list(self, *, limit=None, parent=None, retries=None, server_url=None, timeout_ms=None, http_headers=None):
            request = models.ListNotesRequest(limit=limit, parent=parent)
            return self._build(method="GET", path="/v2/notes", request=request)

        async def list_async(self, *, limit=None, parent=None, retries=None, server_url=None, timeout_ms=None, http_headers=None):
            request = models.ListNotesRequest(limit=limit, parent=parent)
            return self._build(method="GET", path="/v2/notes", request=request)

        def delete(self, note, *, retries=None):
            request = models.DeleteNoteRequest(note=note)
            return self._build(method="delete", path="/v2/notes/{note_id}", request=request)

        async def delete_async(self, note, *, retries=None):
            request = models.DeleteNoteRequest(note=note)
            return self._build(method="delete", path="/v2/notes/{note_id}", request=request)

        def describe(self):
            return "GET /v2/notes"
"""
GROUPS = """
    from .base import Base
    from .members import Members as People

    class Groups(Base):
        def __init__(self):
            self._init()

        def _init(self):
            self.members = People()
            self.title = str()
"""
MEMBERS = """
    from .base import Base

    class Members(Base):
        def all(self, retries=None):
            return self._build(method="GET", path="/v2/workspace_members")
"""
MODELS = """
    from typing import Annotated, Optional
    import pydantic

    class ListNotesRequestTypedDict(TypedDict):
        limit: int

    class ListNotesRequest(BaseModel):
        limit: Annotated[Optional[int], FieldMetadata(query=QueryParamMetadata(style="form"))] = None
        parent: Annotated[Optional[str], pydantic.Field(alias="parent_object"), FieldMetadata(query=QueryParamMetadata())] = None

    class DeleteNoteRequest(BaseModel):
        note: Annotated[str, pydantic.Field(alias="note_id"), FieldMetadata(path=PathParamMetadata(style="simple"))]
"""
FILES = {
    "__init__.py": INIT,
    "_version.py": VERSION,
    "client.py": CLIENT,
    "base.py": BASE,
    "notes.py": NOTES,
    "groups.py": GROUPS,
    "members.py": MEMBERS,
    "security.py": "class Security:\n    token: str\n",
    "models/__init__.py": "from .notes import *\n",
    "models/notes.py": MODELS,
}


def write(folder: Path, **changed: str) -> Path:
    """The SDK in `folder`/crmkit, with some files other than usual (`notes` for notes.py)."""
    package = folder / "crmkit"
    for name, text in {**FILES, **{f"{stem}.py": text for stem, text in changed.items()}}.items():
        target = package / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")
    return package


@pytest.fixture
def model(tmp_path: Path) -> SdkModel:
    return read_sdk(write(tmp_path))


def methods(model: SdkModel, path: str) -> dict[str, SdkMethod]:
    return dict(dict(model.resources)[path])


def test_says_where_the_client_is_and_how_it_is_made(model: SdkModel) -> None:
    assert (model.library, model.version) == ("crmkit", "3.1.4")
    assert model.classes == ("Kit",)
    assert model.modules == ("crmkit", "crmkit.client")
    assert model.base_url == "https://api.attio.com"
    assert model.credential == ("key",)
    assert model.server == "server_url"


def test_reads_method_path_and_parameters(model: SdkModel) -> None:
    assert methods(model, "notes") == {
        "list": SdkMethod("GET", "/v2/notes", ("limit", "parent"), (("parent", "parent_object"),), ("limit", "parent_object")),
        "delete": SdkMethod("DELETE", "/v2/notes/{note_id}", ("note",), (("note", "note_id"),)),
    }
    assert model.skipped == ()


def test_follows_nested_resources(model: SdkModel) -> None:
    assert [path for path, _ in model.resources] == ["groups.members", "notes"]
    assert methods(model, "groups.members") == {"all": SdkMethod("GET", "/v2/workspace_members", ())}


def test_asynchronous_forms_are_a_suffix(model: SdkModel) -> None:
    assert model.async_suffix == "_async"


def test_asynchronous_forms_without_one_suffix_are_listed(tmp_path: Path) -> None:
    model = read_sdk(write(tmp_path, notes=NOTES.replace("delete_async", "adelete")))
    assert model.async_suffix == ""
    assert sorted(methods(model, "notes")) == ["adelete", "delete", "list", "list_async"]


def test_an_asynchronous_form_that_sends_something_else_is_listed(tmp_path: Path) -> None:
    changed = NOTES[: NOTES.rindex('path="/v2/notes/{note_id}"')] + 'path="/v2/notes/{note_id}/x", request=request)\n'
    model = read_sdk(write(tmp_path, notes=changed))
    assert model.async_suffix == ""
    assert methods(model, "notes")["delete_async"].path == "/v2/notes/{note_id}/x"


def test_a_class_that_only_passes_method_and_path_on_is_no_resource(model: SdkModel) -> None:
    assert "" not in dict(model.resources)
    assert model.operations == {"GET /v2/notes", "DELETE /v2/notes/{note_id}", "GET /v2/workspace_members"}


def test_operations_of_the_client_itself(tmp_path: Path) -> None:
    own = CLIENT + '\n        def ping(self):\n            return self._build(method="GET", path="/v2/self")\n'
    assert methods(read_sdk(write(tmp_path, client=own)), "") == {"ping": SdkMethod("GET", "/v2/self", ())}


def test_a_method_with_two_requests_is_left_out_and_said(tmp_path: Path) -> None:
    two = MEMBERS + '\n        def odd(self):\n            self._build(method="GET", path="/v2/a")\n'
    two += '            self._build(method="POST", path="/v2/b")\n'
    model = read_sdk(write(tmp_path, members=two))
    assert list(methods(model, "groups.members")) == ["all"]
    assert len(model.skipped) == 1
    assert "members.py:8: Members.odd sends GET /v2/a, POST /v2/b" in model.skipped[0]


def test_a_placeholder_without_argument_is_said(tmp_path: Path) -> None:
    model = read_sdk(write(tmp_path, notes=NOTES.replace("/v2/notes/{note_id}", "/v2/notes/{other}")))
    assert any("Notes.delete has no argument for other of /v2/notes/{other}" in line for line in model.skipped)


@pytest.mark.parametrize("servers", ["SERVERS = {PROD: 'https://api.attio.com'}", "SERVERS: list = ['https://api.attio.com']"])
def test_servers_in_a_table_or_with_annotation(tmp_path: Path, servers: str) -> None:
    lines = [servers if line.strip().startswith("SERVERS") else line for line in dedent(CLIENT).splitlines()]
    assert read_sdk(write(tmp_path, client="\n".join(lines) + "\n")).base_url == "https://api.attio.com"


def test_a_client_that_the_package_does_not_pass_on_is_imported_from_its_module(tmp_path: Path) -> None:
    assert read_sdk(write(tmp_path, __init__="")).modules == ("crmkit.client",)


def test_two_clients_that_disagree_are_an_error(tmp_path: Path) -> None:
    other = """
        from .base import Base
        class Notes(Base):
            def list(self):
                return self._build(method="POST", path="/v2/notes")
        class Other:
            notes: Notes
    """
    with pytest.raises(UserError, match="one client sends GET /v2/notes, another POST /v2/notes"):
        read_sdk(write(tmp_path, other=other))


def test_not_a_package(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such folder"):
        read_sdk(tmp_path / "absent")
    with pytest.raises(UserError, match=r"no __init__\.py"):
        read_sdk(tmp_path)
    (tmp_path / "__init__.py").write_text("import os\n", encoding="utf-8")
    with pytest.raises(UserError, match="no method with a literal method= and path="):
        read_sdk(tmp_path)


def test_every_file_that_cannot_be_parsed_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        read_sdk(write(tmp_path, base="def (:\n", members="\n\nclass\n"))
    assert [problem.split("crmkit")[1].split(": ")[0] for problem in raised.value.problems] == ["/base.py:1", "/members.py:3"]


def test_written_model_reads_back_as_yaml(model: SdkModel) -> None:
    data = yaml.safe_load(emit_sdk(model))
    assert {key: data[key] for key in ("library", "kind", "modules", "classes", "base_url", "credential", "async_suffix")} == {
        "library": "crmkit",
        "kind": "sdk",
        "modules": ["crmkit", "crmkit.client"],
        "classes": ["Kit"],
        "base_url": "https://api.attio.com",
        "credential": ["key"],
        "async_suffix": "_async",
    }
    assert data["resources"]["notes"]["delete"] == {
        "method": "DELETE",
        "path": "/v2/notes/{note_id}",
        "parameters": ["note"],
        "renamed": {"note": "note_id"},
    }
    assert data["resources"]["notes"]["list"]["query"] == ["limit", "parent_object"]


def test_words_that_yaml_reads_otherwise_are_quoted(tmp_path: Path) -> None:
    changed = MEMBERS.replace("retries=None", "on, no, off")
    data = yaml.safe_load(emit_sdk(read_sdk(write(tmp_path, members=changed))))
    assert data["resources"]["groups.members"]["all"]["parameters"] == ["on", "no", "off"]


def test_command_writes_the_file_and_says_what_it_found(tmp_path: Path) -> None:
    target = tmp_path / "out" / "crmkit.yaml"
    package = write(tmp_path, members=MEMBERS.replace("workspace_members", "wombats"))
    result = CliRunner().invoke(sdk_command, [str(package), "--output", str(target)])
    assert result.exit_code == 0
    assert "crmkit 3.1.4, 3 methods, 3 operations, of which the manifest has 2" in result.output
    assert "not in the manifest: GET /v2/wombats" in result.output
    assert yaml.safe_load(target.read_text(encoding="utf-8"))["library"] == "crmkit"


def test_command_writes_to_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(sdk_command, [str(write(tmp_path)), "--output", "-"])
    assert result.exit_code == 0
    assert "\nkind: sdk\n" in result.output
    assert not (tmp_path / "rules").exists()


def test_shipped_model_names_operations_of_the_manifest_only() -> None:
    data = yaml.safe_load((rules_folder() / "clients" / "attio.yaml").read_text(encoding="utf-8"))
    known = {endpoint.key: endpoint for endpoint in load_manifest().endpoints}
    sent = [method for listed in data["resources"].values() for method in listed.values()]
    assert {f"{method['method']} {method['path']}" for method in sent} <= known.keys()
    assert len(sent) > 90
    for method in sent:
        names = {method.get("renamed", {}).get(name, name) for name in method["parameters"]}
        wanted = {parameter.name for parameter in known[f"{method['method']} {method['path']}"].parameters}
        assert wanted <= names, method


@pytest.mark.slow
def test_shipped_model_is_the_installed_package_s_where_there_is_one() -> None:
    """Only where the SDK is installed beside the tests, at the version that the model was made of."""
    import importlib.util

    found = importlib.util.find_spec("attio")
    if found is None or not found.submodule_search_locations:
        pytest.skip("the SDK is not installed")
    shipped = (rules_folder() / "clients" / "attio.yaml").read_text(encoding="utf-8")
    model = read_sdk(Path(found.submodule_search_locations[0]))
    if model.version != yaml.safe_load(shipped)["version"]:
        pytest.skip(f"the installed SDK is version {model.version}")
    assert emit_sdk(model) == shipped


def wheel(package: Path, target: Path, *more: str) -> Path:
    """A wheel of a package, with further files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(package.rglob("*.py")):
            archive.write(file, file.relative_to(package.parent).as_posix())
        for name in more:
            archive.writestr(name, "")
    return target


def test_a_wheel_is_read_as_its_folder_is(tmp_path: Path) -> None:
    package = write(tmp_path)
    found = read_sdk(
        wheel(
            package,
            tmp_path / "crmkit-3.1.4-py3-none-any.whl",
            "../escape.py",
            "crmkit-3.1.4.dist-info/METADATA",
            "setup.py",
            "crmkit_cli/__init__.py",
        )
    )
    assert found == read_sdk(package)
    assert not (tmp_path.parent / "escape.py").exists()


def test_a_wheel_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path)
    broken = tmp_path / "broken.whl"
    broken.write_bytes(b"PK\x03\x04 not a wheel")
    cases = {"is no wheel": broken, "cannot be read": tmp_path / "absent.whl"}
    cases["the packages crmkit, other"] = wheel(package, tmp_path / "two.whl", "other/__init__.py")
    cases["no package with an __init__.py"] = wheel(tmp_path / "nothing", tmp_path / "empty.whl", "one.py")
    for told, path in cases.items():
        with pytest.raises(UserError, match=told):
            read_sdk(path)
    monkeypatch.setattr("attio_scopes.manifest.sdk_package.LARGEST", 100)
    with pytest.raises(UserError, match="MB of source"):
        read_sdk(wheel(package, tmp_path / "large.whl"))


def test_the_command_is_one_of_manifest(tmp_path: Path) -> None:
    """As people run it: on standard output, with what it found on standard error; a package of another make is the user's mistake."""
    done = CliRunner().invoke(main, ["manifest", "sdk", str(wheel(write(tmp_path), tmp_path / "kit.whl"))])
    assert done.exit_code == 0
    assert "\nkind: sdk\n" in done.stdout
    assert "crmkit 3.1.4, 3 methods" in done.stderr
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "__init__.py").write_text("import requests\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["manifest", "sdk", str(tmp_path / "plain")]).exit_code == 2
