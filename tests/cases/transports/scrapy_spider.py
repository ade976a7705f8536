"""Scrapy: a request that is made is sent."""
import scrapy
from scrapy.http import JsonRequest


class Notes(scrapy.Spider):
    def start_requests(self):
        yield scrapy.Request("https://api.attio.com/v2/notes", callback=self.parse)  # call: GET /v2/notes
        yield scrapy.Request(url="https://api.attio.com/v2/notes", method="POST", body="{}")  # call: POST /v2/notes
        yield JsonRequest("https://api.attio.com/v2/tasks", data={})  # call: POST /v2/tasks
        yield JsonRequest("https://api.attio.com/v2/tasks")  # call: GET /v2/tasks
        yield scrapy.FormRequest("https://api.attio.com/v2/objects", formdata={"x": "1"})  # call: POST /v2/objects
        yield scrapy.Request("https://api.hubapi.com/v2/notes", callback=self.parse)
        yield JsonRequest("https://api.hubapi.com/v2/tasks", data={})

    def parse(self, response):
        return response.json()
