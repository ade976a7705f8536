# expects nothing
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    """A stand-in for https://api.attio.com/v2."""

    def do_GET(self):
        if self.path == "/v2/lists":
            self.respond({"data": []})
        elif self.path.startswith("/v2/objects/"):
            self.respond({"data": {}})

    def do_POST(self):
        self.respond({"path": self.path})

    def respond(self, body):
        self.send_response(200)
        self.end_headers()


def serve():
    HTTPServer(("127.0.0.1", 0), Handler).serve_forever()
