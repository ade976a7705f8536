"""Pydantic AI: a tool's context holds what the agent is run with, an object of the declared class."""
from dataclasses import dataclass

import httpx
from pydantic_ai import Agent, RunContext


@dataclass
class Deps:
    crm: httpx.AsyncClient
    path: str = "/notes"


agent = Agent("openai:gpt-5", deps_type=Deps)


@agent.tool
async def notes(ctx: RunContext[Deps]):
    return (await ctx.deps.crm.get(ctx.deps.path)).json()  # call: GET /v2/notes


@agent.system_prompt
async def who(run: RunContext[Deps]):
    return (await run.deps.crm.get("/self")).text  # call: GET /v2/self


async def main():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        await agent.run("What is new?", deps=Deps(client))
