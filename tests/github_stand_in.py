"""Stands in for GitHub in the tests of action.yml: the comments of a pull request, over HTTP for the real `gh` or behind a `gh` of its own.

Takes requests as `gh` sends them, gives GitHub's answers; the state is a JSON file with a list of comments. Run as a program
it is a `gh` that knows `gh api` in the forms that the action uses, and refuses every other.
"""

from __future__ import annotations

import json
import os
import re
import socketserver
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

PAGE = 2
"""Comments on a page: few, so that the second page is asked for."""
REPOSITORY = "acme/crm"
NUMBER = 7


def answer(state: Path, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
    """Status and JSON of GitHub's answer; the state changes with it."""
    comments: list[dict[str, Any]] = json.loads(state.read_text(encoding="utf-8"))
    path = path.lstrip("/")
    if method == "POST" and path == "graphql":
        return 200, _page(comments, body)
    if method == "POST" and path == f"repos/{REPOSITORY}/issues/{NUMBER}/comments":
        comments.append({"databaseId": 1000 + len(comments), "viewerDidAuthor": True, "body": body["body"]})
        state.write_text(json.dumps(comments), encoding="utf-8")
        return 201, comments[-1]
    edited = re.fullmatch(rf"repos/{REPOSITORY}/issues/comments/(\d+)", path)
    if method == "PATCH" and edited:
        (comment,) = (comment for comment in comments if comment["databaseId"] == int(edited[1]))
        comment["body"] = body["body"]
        state.write_text(json.dumps(comments), encoding="utf-8")
        return 200, comment
    return 404, {"message": f"{method} {path}"}


def _page(comments: list[dict[str, Any]], body: dict[str, Any]) -> dict[str, Any]:
    given = body["variables"]
    assert (given["owner"], given["name"], given["number"]) == (*REPOSITORY.split("/"), NUMBER), given
    assert "viewerDidAuthor" in body["query"]
    start = int(given.get("endCursor") or 0)
    more = start + PAGE < len(comments)
    page = {"hasNextPage": more, "endCursor": str(start + PAGE) if more else None}
    return {"data": {"repository": {"pullRequest": {"comments": {"nodes": comments[start : start + PAGE], "pageInfo": page}}}}}


@contextmanager
def served(socket: Path, state: Path) -> Iterator[list[str]]:
    """GitHub's API on a Unix socket; gives the list of the `Authorization` headers that were sent."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def address_string(self) -> str:
            return "unix socket"

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

        def do(self) -> None:
            seen.append(self.headers["Authorization"])
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, document = answer(state, self.command, self.path, body)
            text = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_POST = do_PATCH = do  # noqa: N815 - names that http.server calls

    with socketserver.ThreadingUnixStreamServer(str(socket), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield seen
        finally:
            server.shutdown()
            thread.join()


def gh(arguments: list[str], state: Path) -> int:
    """`gh api` as the action uses it."""
    assert arguments.pop(0) == "api", arguments
    assert os.environ["GH_TOKEN"], "gh wants a token"
    method, paginate, fields, body, path = "", False, {}, None, ""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--method":
            method = next(rest)
        elif argument == "--paginate":
            paginate = True
        elif argument == "--input":
            body = json.loads(Path(next(rest)).read_text(encoding="utf-8"))
        elif argument in ("-f", "-F"):
            name, _, value = next(rest).partition("=")
            fields[name] = int(value) if argument == "-F" else value
        elif argument == "--silent":
            pass
        else:
            assert not path, f"gh stand-in: unknown: {argument}"
            assert not argument.startswith("-"), f"gh stand-in: unknown: {argument}"
            path = argument
    if path != "graphql":
        status, document = answer(state, method, path, body or {})
        return 0 if status < 300 else _complain(document)
    query = fields.pop("query")
    while True:
        status, document = answer(state, "POST", path, {"query": query, "variables": fields})
        sys.stdout.write(json.dumps(document))
        page = document["data"]["repository"]["pullRequest"]["comments"]["pageInfo"]
        if status >= 300 or not paginate or not page["hasNextPage"]:
            return 0 if status < 300 else 1
        fields["endCursor"] = page["endCursor"]


def _complain(document: Any) -> int:
    sys.stderr.write(f"gh: {document['message']}\n")
    return 1


if __name__ == "__main__":
    sys.exit(gh(sys.argv[1:], Path(os.environ["GITHUB_STAND_IN_STATE"])))
