"""From the corpus to what can be searched: passages, Swedish terms, embedding, and the engines that hold them."""
