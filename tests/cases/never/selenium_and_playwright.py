# expects nothing
from playwright.sync_api import sync_playwright
from selenium import webdriver

driver = webdriver.Chrome()
driver.get("https://app.attio.com/acme/home")

with sync_playwright() as p:
    page = p.chromium.launch().new_page()
    page.goto("https://app.attio.com/welcome")
    page.route("https://api.attio.com/v2/lists", lambda route: route.fulfill(json={}))
