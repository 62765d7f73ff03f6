"""Starts the web page with the start script of a bundle and asks it for a page; run without a network."""

import json
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar


def main(script: str, store: str, case: str) -> None:
    """Prints the first page of the case as the server answers it."""
    command = ["sh", script, case, "--json", "--store", store]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as server:
        try:
            address = json.JSONDecoder().raw_decode(_document(server))[0]["address"]
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
            )
            with opener.open(address, timeout=60) as answer:
                sys.stdout.write(f"{answer.status} {answer.geturl()}\n{answer.read().decode()}")
        finally:
            server.terminate()


def _document(server: subprocess.Popen[str]) -> str:
    """What the server prints until its JSON document is whole."""
    text = ""
    for line in server.stdout or ():
        text += line
        try:
            json.loads(text)
        except ValueError:
            continue
        return text
    raise SystemExit(f"the server ended: {text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
