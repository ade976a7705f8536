from . import http
