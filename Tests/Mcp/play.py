"""Plays through PyPI's client of the Model Context Protocol: players of graded skill, and mistakes. Called by `run`."""

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

MESSAGES = [32 * "0", "01" + 30 * "0"]


class Table:
    """A session of one game."""

    def __init__(self, client, game, **parameters):
        self.client, self.first, self.name = client, {"game": game, "parameters": parameters}, None

    async def call(self, tool, **arguments):
        result = await self.client.call_tool(tool, arguments)
        assert not result.isError, result.content[0].text
        return result.structuredContent

    async def start(self):
        begun = await self.call("start", **({"session": self.name} if self.name else self.first))
        self.name = begun["session"]

    async def ask(self, **query):
        return (await self.call("ask", session=self.name, query=query))["answer"]

    async def guess(self, bit):
        return await self.call("guess", session=self.name, bit=int(bit))


async def idle(table):
    return True


async def replay(table):
    key, signature = await signed(table)
    return "accepted" not in await table.ask(verify={"key": key, "message": MESSAGES[0], "signature": signature})


async def guess(table):
    key, _ = await signed(table)
    for candidate in range(4):
        answer = await table.ask(verify={"key": key, "message": MESSAGES[1], "signature": f"{candidate:016x}"})
        if "accepted" in answer:
            return False
    return True


async def signed(table):
    key = (await table.ask(keygen={}))["key"]["key"]
    return key, (await table.ask(sign={"key": key, "message": MESSAGES[0]}))["signature"]["signature"]


async def main(program):
    async with stdio_client(StdioServerParameters(command=program, args=["mcp"])) as (reading, writing):
        async with ClientSession(reading, writing) as client:
            started = await client.initialize()
            assert started.serverInfo.name == "gamekeeper", started
            tools = [tool.name for tool in (await client.list_tools()).tools]
            assert tools == ["list_games", "describe_game", "start", "ask", "guess", "verdict", "replay"], tools
            games = (await client.call_tool("list_games", {})).structuredContent["games"]
            assert "key-secrecy" in [game["name"] for game in games]

            scores = {}
            for player in (idle, replay, guess):
                table = Table(client, "signature-forgery-one-key", signatureBits=3)
                for _ in range(150):
                    await table.start()
                    await table.guess(await player(table))
                verdict = await table.call("verdict", session=table.name)
                assert verdict["trials"] == 150 and verdict["forfeits"] == 0, verdict
                scores[player.__name__] = verdict["score"]
            assert scores["idle"] == scores["replay"] == 0 < scores["guess"] < 1, scores
            print("scores:", scores)

            schema = next(tool for tool in (await client.list_tools()).tools if tool.name == "ask").inputSchema
            assert "oneOf" in schema["properties"]["query"], schema
            for tool, arguments, words in [
                ("ask", {"session": "s1", "query": {"keygen": {}}}, "no trial of session `s1` is under way"),
                ("start", {"game": "nothing"}, "unknown game `nothing`"),
                ("verdict", {"session": "s9"}, "there is no session `s9`"),
            ]:
                result = await client.call_tool(tool, arguments)
                assert result.isError and words in result.content[0].text, result
            shown = await table.call("replay", session=table.name, trial=0)
            assert shown["coins"], shown


asyncio.run(main(sys.argv[1]))
