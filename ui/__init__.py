"""What people and other programs meet: the command line, the web page, the JSON API."""
