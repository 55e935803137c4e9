package listing

import "fortegnelse/model/words"

// By returns a comparison of rows by a text, in the order in which the
// language of the screen sorts.
func By[T any](c *words.Catalogue, text func(T) string) func(a, b T) int {
	order := words.OrderOf(c.Language())
	return func(a, b T) int { return order.Compare(text(a), text(b)) }
}
