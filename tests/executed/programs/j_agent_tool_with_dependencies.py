# sends: POST /v2/objects/{object}/records/query
from dataclasses import dataclass

import requests
from pydantic_ai import Agent, RunContext


@dataclass
class Attio:
    token: str
    root: str = "https://api.attio.com/v2"

    def query(self, slug, body):
        return requests.post(f"{self.root}/objects/{slug}/records/query", json=body, headers={"Authorization": f"Bearer {self.token}"})


@dataclass
class Deps:
    attio: Attio


agent: Agent = Agent("test", deps_type=Deps)


@agent.tool
def find_company(ctx: RunContext[Deps], domain: str) -> str:
    return ctx.deps.attio.query("companies", {"filter": {"domains": domain}}).text


if __name__ == "__main__":
    agent.run_sync("who", deps=Deps(Attio("t")))
