"""A class with `path` and `url_base` that is no stream."""
# expects nothing


class Page:
    url_base = "https://api.attio.com/v2/"
    http_method = "GET"

    def path(self, **kwargs):
        return "objects"
