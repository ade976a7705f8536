"""Links into the application and URLs that nobody requests."""
# expects nothing
from dataclasses import dataclass

BASE = "https://api.attio.com/v2"


@dataclass
class Record:
    slug: str
    record_id: str

    @property
    def link(self):
        return f"https://app.attio.com/acme/{self.slug}/record/{self.record_id}"

    @property
    def api_link(self):
        return f"{BASE}/objects/{self.slug}/records/{self.record_id}"


print(Record("people", "1").link, Record("people", "1").api_link)
