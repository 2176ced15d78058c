"""Finding what people mean in a document."""
