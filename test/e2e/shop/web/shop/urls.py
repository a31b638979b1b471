from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import path

from shop.models import Product


def health(request):
    return HttpResponse("ok")


def home(request):
    """The number of products, whether the cache's table exists, and the address of the style sheet."""
    cache.set("seen", True)
    return JsonResponse(
        {"products": Product.objects.count(), "cached": cache.get("seen"), "style": static("style.css")}
    )


urlpatterns = [path("health", health), path("", home)]
