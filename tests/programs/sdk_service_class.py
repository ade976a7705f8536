import os
from dataclasses import dataclass, field

from attio import SDK
from attio.errors import SDKError


@dataclass
class Crm:
    token: str
    sdk: SDK = field(init=False)

    def __post_init__(self):
        self.sdk = SDK(oauth2=self.token)

    def lists(self):
        try:
            return self.sdk.lists.get_v2_lists().data
        except SDKError as problem:
            raise SystemExit(f"Attio: {problem}") from problem

    def hooks(self):
        hooks = self.sdk.webhooks
        return hooks.get_v2_webhooks()


crm = Crm(os.environ["ATTIO_TOKEN"])
crm.lists()
crm.hooks()
