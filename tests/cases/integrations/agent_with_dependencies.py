from dataclasses import dataclass

import httpx
from pydantic_ai import Agent, RunContext


@dataclass
class Deps:
    http: httpx.AsyncClient
    base: str = "https://api.attio.com/v2"


agent = Agent("openai:gpt-4o", deps_type=Deps)


@agent.tool
async def company(ctx: RunContext[Deps], domain: str) -> str:
    answer = await ctx.deps.http.post(f"{ctx.deps.base}/objects/companies/records/query", json={"filter": {"domains": domain}})  # call: POST /v2/objects/{object}/records/query
    return answer.text


@agent.system_prompt
async def who(ctx: RunContext[Deps]) -> str:
    return (await ctx.deps.http.get(ctx.deps.base + "/self")).text  # call: GET /v2/self
