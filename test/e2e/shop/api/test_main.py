import unittest

from main import app


class Health(unittest.TestCase):
    def test_health(self):
        self.assertEqual(app.test_client().get("/health").text, "ok")
