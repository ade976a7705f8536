# sends: DELETE /v2/comments/{comment_id}
# near: the second definition replaces the first
import requests


class Comments:
    def drop(self, key):
        return requests.get(f"https://api.attio.com/v2/comments/{key}")

    def drop(self, key):  # noqa: F811
        return requests.delete(f"https://api.attio.com/v2/comments/{key}")


Comments().drop("1")
