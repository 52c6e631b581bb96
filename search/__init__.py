"""From a question to an answer: routes, fusion, filters, decisions, precedents, abstention, evaluation."""
