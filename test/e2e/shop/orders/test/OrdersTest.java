public class OrdersTest {
    public static void main(String[] args) {
        if (!Orders.answer("/health").equals("ok")) throw new AssertionError("health");
    }
}
